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
  // A case about the reference itself may stop being what it claims: then it keeps the one it has.
  const same = (other: Draft): boolean =>
    bench.fitsSchema(other) === bench.fitsSchema(draft) && bench.brokenBy(other).join() === bench.brokenBy(draft).join()
  const fresh = withFreshReferences(draft, pointers, reference)
  const chosen = fresh === draft || same(fresh) ? fresh : draft
  if (targetOf(options.baseUrl).loopback || chosen.text !== undefined) return chosen
  const named = pointers
    .filter((pointer) => valueAt(chosen.body, pointer) === undefined)
    .reduce((body, pointer) => withValueAt(body, pointer, referenceOf(reference)), chosen.body)
  const marked = { ...chosen, body: named }
  return stringifyJson(named) !== stringifyJson(chosen.body) && same(marked) ? marked : chosen
}
