import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acmeBench } from '../__fixtures__/acme-bench.ts'
import { ruleOf } from '../__fixtures__/rule-of.ts'
import type { Draft } from '../draft.ts'
import { wellFormedBody } from './well-formed-body.ts'

const rule = { ...ruleOf('body.well-formed', 'well-formed-body', '', {}), parameters: {} }
const { bench } = acmeBench(true)
const plain = fc.constant<Draft>({ body: { text: 'a' } })

test('spells a body in other ways that are JSON too', () => {
  const { request: _request, ...operation } = bench.operation
  const edges = wellFormedBody.edges(plain, rule, { ...bench, operation })
  expect(edges.flatMap((way) => fc.sample(way.drafts, { numRuns: 1 })).map(({ text }) => text)).toEqual([
    ' \r\n{\t"text":"a"}\n',
    '{"text":"a"}',
    String.raw`{"\u0074ext":"a"}`,
  ])
})

test('spells the slashes of a URL as escapes, where a request has one', () => {
  const schema = { properties: { back: { type: 'string', format: 'uri' } } } as const
  const request = { contentType: 'application/json', required: true, examples: [], schema }
  const having = (at: string) => fc.constant<Draft>({ body: { at, url: 'https://shop.example/' } })
  const edges = wellFormedBody.edges(plain, rule, { ...bench, operation: { ...bench.operation, request }, having })
  const [draft] = edges
    .filter(({ way }) => way.includes('slashes'))
    .flatMap(({ drafts }) => fc.sample(drafts, { numRuns: 1 }))
  expect(draft?.text).toBe(String.raw`{"\u0061t":"\/back","\u0075rl":"https:\/\/shop.example\/"}`)
})
