import type { Fields, Heard } from './provider.ts'

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a member was given: null means that it was not. */
export function given(value: unknown): boolean {
  return value !== undefined && value !== null
}

/** The JSON object of a request's body, if it is one. */
export function fieldsOf({ raw }: Heard): Fields | undefined {
  try {
    const body: unknown = JSON.parse(raw)
    return isFields(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** The members that were given, of those named. */
export function chosen(fields: Fields, names: readonly string[]): { [member: string]: unknown } {
  return Object.fromEntries(names.filter((name) => given(fields[name])).map((name) => [name, fields[name]]))
}

type TypeName = 'string' | 'integer' | 'object' | 'number'

const fits: { readonly [name in TypeName]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  object: isFields,
}

/** The first member that was given and is of another type. */
export function mistyped(
  fields: Fields,
  types: { readonly [name in TypeName]?: readonly string[] },
): string | undefined {
  const names: readonly TypeName[] = ['string', 'integer', 'number', 'object']
  return names.flatMap((type) => (types[type] ?? []).filter((at) => given(fields[at]) && !fits[type](fields[at])))[0]
}

/** Characters of a text, each code point one. */
export function lengthOf(text: unknown): number {
  return [...String(text)].length
}

/** Whether a value is absent, or the code of a country (ISO 3166-1, two or three letters). */
export function isCountryCode(value: unknown): boolean {
  return !given(value) || /^[A-Z]{2,3}$/.test(String(value))
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: unknown): number {
  return Buffer.byteLength(String(text))
}

/** Digits behind the point; trailing zeros are none. */
export function decimalsOf(amount: string): number {
  return (amount.split('.')[1] ?? '').replace(/0+$/, '').length
}

/** Whether a text is a plain decimal number without a sign. */
export function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)
}

/** Whether a text is an absolute http or https URL. */
export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && !/\s/.test(value) && URL.canParse(value) && /^https?:/i.test(value)
}

/** Whether a URL is https with a domain name. */
export function isHttpsDomain(value: string): boolean {
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname)
}
