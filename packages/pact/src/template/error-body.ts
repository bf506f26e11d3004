import { isJsonNumber, isJsonObject, type Json, type Operation, type Rule, valueAt } from '@assay/contract'
import { templatePattern } from '@assay/rules'
import { like, regex, type Template } from './matchers.ts'
import type { PlainJson } from './plain-json.ts'

/** Where an error body has its code. */
const CODE_PLACES = ['/code', '/error/code', '/error']

/**
 * The body of a documented error for a pact: what a client recognises the error by. Where a code in words belongs to this error alone, that is the code; else it
 * is every text, whatever fills its holes, and every number. Other members are not relied upon.
 */
export function errorBody(body: PlainJson, operation: Operation, rule: Rule): Template {
  const example = exampleOf(operation, rule)
  if (example === undefined) return objectOnly(body)
  const code = codeOf(example.value)
  const alike = operation.answers
    .flatMap(({ examples }) => examples)
    .filter((other) => code !== undefined && codeOf(other.value)?.text === code.text)
  const byCode = code !== undefined && alike.length === 1 ? code.at : undefined
  return matching(body, example.value, '', byCode)
}

function exampleOf(
  operation: Operation,
  { answer }: Rule,
): Operation['answers'][number]['examples'][number] | undefined {
  const [status] = answer?.status ?? []
  const named = operation.answers.filter((known) => status === undefined || known.status === String(status))
  return [...named, ...operation.answers]
    .flatMap(({ examples }) => examples)
    .find(({ name }) => name === answer?.example)
}

/** A code in words, where the typed client looks for one: a number there is a code too, and none in words. */
function codeOf(example: Json): { readonly at: string; readonly text: string } | undefined {
  for (const at of CODE_PLACES) {
    const code = valueAt(example, at)
    if (isJsonNumber(code)) return undefined
    if (typeof code === 'string' && (at !== '/error' || /^[A-Za-z][\w.-]*$/.test(code))) return { at, text: code }
  }
  return undefined
}

function matching(value: PlainJson, example: Json, at: string, byCode: string | undefined): Template {
  if (isObject(value) && isJsonObject(example)) {
    const shown = Object.entries(value).filter(([name]) => Object.hasOwn(example, name))
    return Object.fromEntries(
      shown.map(([name, member]) => [name, matching(member, example[name] ?? null, `${at}/${name}`, byCode)]),
    )
  }
  if (byCode !== undefined) return at === byCode ? value : like(value)
  if (typeof example !== 'string' || value === example) return value
  return regex(pactPattern(example), value)
}

/** A documented text as a pattern that Pact's native library reads: without named groups. */
function pactPattern(text: string): string {
  return templatePattern(text).source.replace(/\(\?<\w+>/g, '(?:')
}

function objectOnly(body: PlainJson): Template {
  return isObject(body) ? {} : like(body)
}

function isObject(value: PlainJson): value is { readonly [name: string]: PlainJson } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
