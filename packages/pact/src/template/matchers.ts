import type { PlainJson } from './plain-json.ts'

/** A value with a Pact matcher, in the integration format of Pact's native library. */
export interface Matcher<Value extends PlainJson = PlainJson> {
  readonly 'pact:matcher:type': string
  readonly 'pact:generator:type'?: string
  readonly value: Value
  readonly regex?: string
  readonly expression?: string
}

/** A body in which some values are matchers; the others must be equal. */
export type Template = PlainJson | Matcher | readonly Template[] | { readonly [name: string]: Template }

/** Any value of the same JSON type. */
export function like(value: PlainJson): Matcher {
  return { 'pact:matcher:type': 'type', value }
}

/** A JSON number without a fraction. */
export function integer(value: PlainJson): Matcher {
  return { 'pact:matcher:type': 'integer', value }
}

/** A scalar whose text fits the pattern; Pact takes a number by its digits and null by an empty text. */
export function regex<Value extends PlainJson>(pattern: string, value: Value): Matcher<Value> {
  return { 'pact:matcher:type': 'regex', regex: pattern, value }
}

/** A value that a provider state gives when the pact is verified. */
export function fromState(variable: string, value: PlainJson): Matcher {
  return { 'pact:matcher:type': 'type', 'pact:generator:type': 'ProviderState', expression: `\${${variable}}`, value }
}
