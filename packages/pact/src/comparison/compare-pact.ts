import type { Contract } from '@assay/contract'
import type { PactDocument } from '../verification/pact-document.ts'
import { type ComparatorResult, openApiComparator } from './open-api-comparator.ts'
import { openApiOf } from './open-api-of.ts'

/** Something that a pact asks for and the contract does not promise. */
export interface Discrepancy {
  /** The kind of it, as the comparator names it: `response.body.incompatible`. */
  readonly code: string
  /** One sentence. */
  readonly says: string
  /** The description of the interaction. */
  readonly interaction: string
  /** Where it stands in the pact: `interactions[0].response.body.data.id`. */
  readonly pact: string
  /** What the contract says about it, as a place in its OpenAPI form: `paths./requests.post.responses.200…`. */
  readonly contract: string
}

/**
 * Compares a pact with a contract and asks no provider: what of the pact the contract does not promise, in the order of the interactions. Requests that are refused
 * on purpose need not fit the schema.
 */
export async function comparePact(contract: Contract, pact: PactDocument): Promise<readonly Discrepancy[]> {
  // It changes what it is given, and takes plain JSON alone.
  const comparator = await openApiComparator(JSON.parse(JSON.stringify(openApiOf(contract))))
  const found: Discrepancy[] = []
  for await (const result of comparator.compare(JSON.parse(JSON.stringify(pact)))) {
    if (result.type !== 'error' || isRefusedOnPurpose(result, pact)) continue
    const { code, message, mockDetails, specDetails } = result
    found.push({
      code,
      says: message,
      interaction: mockDetails?.interactionDescription ?? '',
      pact: placeOf(mockDetails?.location),
      contract: placeOf(specDetails?.location),
    })
  }
  return found
}

function placeOf(location: string | undefined): string {
  return (location ?? '').replace(/^\[root\]\.?/, '')
}

/** Whether it is the request that does not fit, and of an interaction in which it is refused for that. */
function isRefusedOnPurpose({ code, mockDetails }: ComparatorResult, { interactions }: PactDocument): boolean {
  const index = /^\[root\]\.interactions\[(\d+)\]/.exec(mockDetails?.location ?? '')?.[1]
  const http = interactions.filter(({ request }) => request !== undefined)
  const status = index === undefined ? undefined : http[Number(index)]?.response?.status
  return (
    code.startsWith('request.') && code !== 'request.path-or-method.unknown' && status !== undefined && status >= 400
  )
}
