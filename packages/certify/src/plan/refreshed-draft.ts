import { stringifyJson, valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { CertifyOptions } from '../certify-options.ts'
import { targetOf } from '../target.ts'
import type { PlanBench } from './bench.ts'
import { referencePointers } from './reference-pointers.ts'
import { type ReferenceNumber, referenceOf, withFreshReferences } from './with-fresh-references.ts'

/**
 * The draft as it is sent: with references of its own, breaking what it broke before. Beyond loopback it bears a reference wherever it may, so
 * that whatever it creates can be found and cleaned up.
 */
export function refreshedDraft(
  draft: Draft,
  bench: PlanBench,
  reference: ReferenceNumber,
  options: CertifyOptions,
): Draft {
  const pointers = referencePointers(bench.operation).filter((pointer) => !options.pins?.has(pointer))
  const broken = bench.brokenBy(draft).join()
  const fits = bench.fitsSchema(draft)
  // A case about the reference itself may stop being what it claims: then it keeps the one it has.
  const same = (other: Draft): boolean => bench.brokenBy(other).join() === broken && bench.fitsSchema(other) === fits
  const fresh = withFreshReferences(draft, pointers, reference)
  const chosen = fresh === draft || same(fresh) ? fresh : draft
  if (targetOf(options.baseUrl).loopback || chosen.text !== undefined) return chosen
  const named = pointers
    .filter((pointer) => valueAt(chosen.body, pointer) === undefined)
    .reduce((body, pointer) => withValueAt(body, pointer, referenceOf(reference)), chosen.body)
  const marked = { ...chosen, body: named }
  return stringifyJson(named) !== stringifyJson(chosen.body) && same(marked) ? marked : chosen
}
