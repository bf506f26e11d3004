import {
  formatPointer,
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonSchema,
  type Operation,
  parsePointer,
} from '@assay/contract'
import type { CallbackProfile } from '@assay/signing'
import { like, type Matcher, regex, type Template } from '../template/matchers.ts'
import type { CallbackCase } from './callback-cases.ts'

/** An amount: a string or a number, of digits that a decimal has. */
const DECIMAL = '^-?[0-9]+(\\.[0-9]+)?$'

/**
 * What a handler relies upon in the body: the members without which it does not know the callback, the type and the status word for word, and
 * what repeats a member that every payment has. An amount is a decimal whichever way it comes. Nothing else is asked for.
 */
export function callbackBody(
  { callback, status: wanted }: CallbackCase,
  { request, answers }: Operation,
): { readonly [name: string]: Template } {
  const { examples, schema, status, type, takes } = callback
  const success = answers.find((answer) => answer.status.startsWith('2'))?.schema ?? false
  const repeated = takes.filter((taken) =>
    taken.request === undefined
      ? isAlwaysThere(success, taken.answer ?? '')
      : isAlwaysThere(request?.schema ?? false, taken.request),
  )
  const example: Json = examples[0]?.value ?? {}
  const required = typeof schema === 'object' ? (schema.required ?? []) : []
  const relied = [...required.map((name) => `/${name}`), ...repeated.map(({ at }) => at)]
  const exact = new Map<string, string>([
    ...(type ? [[type.at, type.value] as const] : []),
    ...(status && wanted !== undefined ? [[status.at, wanted] as const] : []),
  ])
  const template = partOf(example, '', [...new Set([...relied, ...exact.keys()])], exact, schema)
  return isTemplateObject(template) ? template : {}
}

function partOf(
  value: Json,
  at: string,
  relied: readonly string[],
  exact: ReadonlyMap<string, string>,
  schema: JsonSchema,
): Template | undefined {
  const word = exact.get(at)
  if (word !== undefined) return word
  if (isJsonObject(value)) {
    const members = Object.entries(value).flatMap(([name, member]): [string, Template][] => {
      const below = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (!relied.some((pointer) => `${pointer}/`.startsWith(`${below}/`))) return []
      const part = partOf(member, below, relied, exact, memberOf(schema, name))
      return part === undefined ? [] : [[name, part]]
    })
    return members.length === 0 ? undefined : Object.fromEntries(members)
  }
  if (value === null || Array.isArray(value)) return undefined
  if (mayBeNumber(schema) && mayBeText(schema)) return regex(DECIMAL, String(value))
  return like(
    isJsonNumber(value)
      ? Number(value)
      : typeof value === 'string' || typeof value === 'boolean'
        ? value
        : String(value),
  )
}

/** The headers of a callback by their shape: neither key nor signature stands in a pact. */
export function callbackHeaders({ headers, signature }: CallbackProfile): { readonly [name: string]: Matcher<string> } {
  const digits = signature.encoding === 'hex' ? '[0-9a-f]' : '[A-Za-z0-9+/]'
  const bytes = signature.algorithm === 'HMAC-SHA256' ? 32 : 64
  const length = signature.encoding === 'hex' ? bytes * 2 : Math.ceil((bytes * 4) / 3)
  // The length of an RSA signature is that of the key, which nobody fixes.
  const shape = signature.algorithm === 'RSA-SHA512' ? `${digits}{342,}={0,2}` : `${digits}{${length}}={0,2}`
  const example = '0'.repeat(signature.algorithm === 'RSA-SHA512' ? 342 : length)
  return Object.fromEntries(
    headers.map(({ name, template }) => {
      const pattern = template
        .replace(/[\\^$.*+?()[\]|/-]/g, '\\$&')
        .replace('{key}', '[!-~]+')
        .replace('{signature}', shape)
        .replace('{timestamp}', '[0-9]{10,13}')
      const value = template
        .replace('{key}', 'the-key-of-an-account')
        .replace('{signature}', example)
        .replace('{timestamp}', '1700000000000')
      return [name, regex(`^${pattern}$`, value)]
    }),
  )
}

/** Whether every body has the member that a pointer leads to. */
function isAlwaysThere(schema: JsonSchema, pointer: string): boolean {
  const [name, ...rest] = parsePointer(pointer)
  if (name === undefined) return true
  if (typeof schema !== 'object' || !schema.required?.includes(name)) return false
  return isAlwaysThere(memberOf(schema, name), formatPointer(rest))
}

function memberOf(schema: JsonSchema, name: string): JsonSchema {
  const members = typeof schema === 'object' ? (schema.properties ?? {}) : {}
  return (Object.hasOwn(members, name) ? members[name] : undefined) ?? true
}

function typesOf(schema: JsonSchema): readonly string[] {
  if (typeof schema !== 'object') return []
  if (schema.type !== undefined) return [schema.type].flat()
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(typesOf)
}

function mayBeNumber(schema: JsonSchema): boolean {
  return typesOf(schema).some((type) => type === 'number' || type === 'integer')
}

function mayBeText(schema: JsonSchema): boolean {
  return typesOf(schema).includes('string')
}

function isTemplateObject(template: Template | undefined): template is { readonly [name: string]: Template } {
  return typeof template === 'object' && template !== null && !Array.isArray(template)
}
