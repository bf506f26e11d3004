import { isJsonObject, type Json, type JsonTypeName, type Operation, stringifyJson } from '@assay/contract'
import type { Arbitrary } from 'fast-check'
import { z } from 'zod'
import type { Draft } from '../draft.ts'
import { isOfType } from '../json-type-of.ts'
import { broken, kept } from '../judgement.ts'
import { memberOf } from '../member-of.ts'
import { type Bench, defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'

/** The body is JSON (RFC 8259) of the type that the schema asks for. */
export const wellFormedBody: RequestRuleKind<Record<string, never>> = defineRequestRule<Record<string, never>>({
  kind: 'well-formed-body',
  stage: 'parse',
  parameters: z.strictObject({}),
  holds(request, _rule, _account, operation) {
    const { body, bytes } = request
    if (operation.request === undefined || (bytes.length === 0 && !operation.request.required)) return kept
    if (body === undefined) return broken(bytes.length === 0 ? 'The body is empty.' : 'The body is not JSON.')
    const types = typesOf(operation)
    const fits = types === OBJECT ? isJsonObject(body) : types === undefined || isOfType(body, types)
    return fits ? kept : broken(`The body is JSON and no ${types?.join(' or ')}.`)
  },
  breaks(valid, _rule, bench) {
    if (bench.operation.request === undefined) return []
    const types = typesOf(bench.operation)
    const others: [string, Json][] = [
      ['null', null],
      ['an empty array', []],
      ['a string', 'text'],
      ['a number', 1],
      ['a boolean', true],
      ['an object', {}],
    ]
    const around: [string, (draft: Draft) => string] = ['the body in an array', ({ body }) => stringifyJson([body])]
    const texts: [string, (draft: Draft) => string][] = [
      ['truncated JSON', ({ body }) => stringifyJson(body).slice(0, -1)],
      ['JSON with something after it', ({ body }) => `${stringifyJson(body)}}`],
      ...(bench.operation.request.required ? [['an empty body', () => ''] satisfies [string, () => string]] : []),
      ...others
        .filter(([, value]) => types !== undefined && !isOfType(value, types))
        .map(([what, value]): [string, () => string] => [`${what} as the body`, () => stringifyJson(value)]),
      ...(types === undefined || isOfType([], types) ? [] : [around]),
    ]
    return texts.map(([way, text]) => ({ way, drafts: valid.map((draft) => ({ ...draft, text: text(draft) })) }))
  },
  edges: (valid, _rule, bench) => {
    const texts: [string, (body: Json) => string][] = [
      ['white space around and inside the body', (body) => ` \r\n${stringifyJson(body).replace(/^\{/, '{\t')}\n`],
      ['its members in reverse order', (body) => stringifyJson(reversed(body))],
      ['letters of names and slashes as escapes', (body) => withEscapes(stringifyJson(body))],
    ]
    const drafts = withSlashes(valid, bench)
    return texts.map(([way, text]) => ({ way, drafts: drafts.map((draft) => ({ ...draft, text: text(draft.body) })) }))
  },
})

/** Drafts with a URL, where the operation has one: serialisers disagree on nothing so much as on its slashes. */
function withSlashes(valid: Arbitrary<Draft>, bench: Bench): Arbitrary<Draft> {
  const schema = bench.operation.request?.schema
  const members = typeof schema === 'object' ? Object.entries(schema.properties ?? {}) : []
  const url = members.find(([, member]) => typeof member === 'object' && ['uri', 'url'].includes(member.format ?? ''))
  return url === undefined ? valid : bench.having(memberOf('', url[0]))
}

function reversed(value: Json): Json {
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(([name, member]): [string, Json] => [name, reversed(member)])
  return Object.fromEntries(members.reverse())
}

/** The same JSON with the first letter of each name, and every slash, in other spellings (RFC 8259, section 7). */
function withEscapes(text: string): string {
  return text
    .replace(/(?<=[{,]")[a-z](?=\w*":)/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/')
}

const OBJECT: readonly JsonTypeName[] = ['object']

function typesOf(operation: Operation): readonly JsonTypeName[] | undefined {
  const schema = operation.request?.schema
  if (typeof schema !== 'object') return undefined
  if (schema.type === 'object' || (schema.type === undefined && schema.properties !== undefined)) return OBJECT
  return typeof schema.type === 'string' ? [schema.type] : schema.type
}
