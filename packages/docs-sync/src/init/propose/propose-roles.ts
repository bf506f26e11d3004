import { formatPointer, isJsonObject, type Json, type JsonObject } from '@assay/contract'
import type { FoundOperation } from '../../structure/operations-of.ts'
import { resolve } from '../../structure/resolve.ts'
import type { Proposal } from './proposal.ts'

const REFERENCE =
  /^(?:(?:merchant_?)?(?:order|foreign|external|custom|merchant|client_?payment|reference)(?:_?(?:id|reference|number))|reference|orderid)$/i

/** The merchant's own reference of a payment, by its name: drawn anew for each request, so that what a run creates can be found again. */
export function proposeRoles(document: JsonObject, { method, path, operation }: FoundOperation): readonly Proposal[] {
  const body = resolve(document, operation.requestBody)
  const [media] = Object.values(isJsonObject(body?.content) ? body.content : {})
  const schema = isJsonObject(media) ? resolve(document, media.schema) : undefined
  const properties = isJsonObject(schema?.properties) ? schema.properties : {}
  const field = Object.entries(properties).find(
    ([name, property]) => REFERENCE.test(name) && isPlainString(resolve(document, property)),
  )?.[0]
  if (field === undefined) return []
  return [
    {
      at: formatPointer(['paths', path, method]),
      says: `"${field}" is the merchant's own reference, by its name.`,
      strength: 'assumed',
      evidence: `request/${field}`,
      update: { 'x-roles': [{ role: 'reference', at: formatPointer([field]) } as Json] },
    },
  ]
}

/** A string that takes any text of some length. */
function isPlainString(schema: JsonObject | undefined): boolean {
  if (
    schema?.type !== 'string' ||
    schema.enum !== undefined ||
    schema.format !== undefined ||
    schema.pattern !== undefined
  )
    return false
  return typeof schema.maxLength !== 'number' || schema.maxLength >= 40
}
