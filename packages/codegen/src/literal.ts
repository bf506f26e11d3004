import { JsonNumber } from '@assay/contract'

/** A JSON value as a TypeScript literal: single quotes, bare names where they may be bare, broken over lines where one is too long. */
export function literal(value: unknown, indent = ''): string {
  const short = inline(value)
  if (indent.length + short.length <= 116 || typeof value !== 'object' || value === null) return short
  const deeper = `${indent}  `
  if (Array.isArray(value))
    return `[\n${value.map((item) => `${deeper}${literal(item, deeper)},\n`).join('')}${indent}]`
  const members = Object.entries(value).map(
    ([name, member]) => `${deeper}${memberName(name)}: ${literal(member, deeper)},\n`,
  )
  return `{\n${members.join('')}${indent}}`
}

/** A string literal, in single quotes unless the text has some. */
export function quoted(text: string): string {
  if (text.includes("'") && !text.includes('"')) return lineSafe(JSON.stringify(text))
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return lineSafe(`'${inner}'`)
}

/** Legal in JSON, ends of lines to older readers of TypeScript. */
function lineSafe(text: string): string {
  return text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

function inline(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value instanceof JsonNumber) return value.text
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  const members = Object.entries(value).map(([name, member]) => `${memberName(name)}: ${inline(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function memberName(name: string): string {
  // `__proto__` written bare would set the prototype, quoted too: computed, it is a member.
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}
