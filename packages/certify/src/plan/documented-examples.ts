import { isJsonObject, type Json, valueAt, withoutValueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import { referencePointers } from './reference-pointers.ts'
import type { ValidPool } from './valid-pool.ts'

/** Stands where the reference of the request will stand. */
const PLACEHOLDER = 'assay-000000000000'

/**
 * The documented requests that keep every rule, as far as any account takes them: without what only another account knows, with a reference of their own
 * and what the user pinned, and with URLs that are nobody's (RFC 2606), because a payment made of them may be called back.
 */
export function documentedExamples(
  { operation, setting, keepsAll, isAsSafeAs }: PlanBench,
  { minimal }: ValidPool,
): readonly { readonly name: string; readonly draft: Draft }[] {
  const ofAccount = operation.roles.filter(({ role, at }) => role === 'account' && !setting.pins?.has(at))
  return (operation.request?.examples ?? []).flatMap(({ name, value }) => {
    const bare = ofAccount.reduce((body, { at }) => withoutValueAt(body, at), value)
    const own = referencePointers(operation).filter((at) => valueAt(bare, at) !== undefined)
    const fresh = own.reduce((body, at) => withValueAt(body, at, PLACEHOLDER), withNobodysUrls(bare))
    const body = [...(setting.pins ?? [])].reduce((pinned, [at, pin]) => withValueAt(pinned, at, pin), fresh)
    const draft = { body }
    return keepsAll(draft) && isAsSafeAs(draft, minimal) ? [{ name, draft }] : []
  })
}

function withNobodysUrls(value: Json): Json {
  if (typeof value === 'string') return value.replace(/^https?:\/\/[^/?#]+/i, 'https://example.com')
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withNobodysUrls(member)]))
}
