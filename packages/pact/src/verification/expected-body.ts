import { type Json, parseJson, withValueAt } from '@assay/contract'
import type { PactBody } from './pact-document.ts'

/** The body that a pact's request has, with values of this run; undefined where it is no JSON. */
export function requestJson(body: PactBody | undefined, values: ReadonlyMap<string, Json>): Json | undefined {
  if (body?.content === undefined || body.encoded !== false) return undefined
  const json = parseJson(JSON.stringify(body.content))
  return [...values].reduce<Json>((current, [at, value]) => withValueAt(current, at, value), json)
}
