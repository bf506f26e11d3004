import { type Json, stringifyJson } from '@assay/contract'
import type { PlainAnswer } from './plain-request.ts'

/** An answer with a JSON body. */
export function jsonAnswer(status: number, body: Json, headers: { readonly [name: string]: string } = {}): PlainAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, text: stringifyJson(body) }
}
