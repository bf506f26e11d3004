import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acmeBench } from '../__fixtures__/acme-bench.ts'
import { ruleOf } from '../__fixtures__/rule-of.ts'
import type { Draft } from '../draft.ts'
import { wellFormedBody } from './well-formed-body.ts'

const rule = ruleOf('body.well-formed', 'well-formed-body', '', {})
const edges = (valid: fc.Arbitrary<Draft>) =>
  wellFormedBody.edges(valid, { ...rule, parameters: {} }, acmeBench(true).bench)

test('spells a slash as an escape whatever the seed, where one draft in two has one', () => {
  const url = fc.constantFrom('a', 'https://shop.example/')
  const [escaped] = edges(url.map((text): Draft => ({ body: { text } }))).filter(({ way }) => way.includes('slashes'))
  expect(escaped?.way).toBe('letters of names and slashes as escapes')
  for (let seed = 1; seed <= 50; seed += 1) {
    const [draft] = escaped === undefined ? [] : fc.sample(escaped.drafts, { numRuns: 1, seed })
    expect(draft?.text).toBe(String.raw`{"\u0074ext":"https:\/\/shop.example\/"}`)
  }
})

test('spells names as escapes where no draft has a slash', () => {
  const drafts = edges(fc.constant<Draft>({ body: { text: 'a' } })).flatMap((way) =>
    fc.sample(way.drafts, { numRuns: 1 }),
  )
  expect(drafts.map(({ text }) => text)).toEqual([
    ' \r\n{\t"text":"a"}\n',
    '{"text":"a"}',
    String.raw`{"\u0074ext":"a"}`,
  ])
})
