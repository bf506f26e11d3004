import { type Json, stringifyJson } from '@assay/contract'

/** A JSON value as JavaScript has it: what a client and Pact's tools can carry. */
export type PlainJson = string | number | boolean | null | readonly PlainJson[] | { readonly [name: string]: PlainJson }

/** A JSON value with its numbers as doubles; undefined where a number would be another one then. */
export function plainJson(value: Json): PlainJson | undefined {
  const text = stringifyJson(value)
  const plain: PlainJson = JSON.parse(text)
  return JSON.stringify(plain) === text ? plain : undefined
}
