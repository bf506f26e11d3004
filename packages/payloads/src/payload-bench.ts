import { type JsonSchema, type Operation, type Premise, parsePointer, valueAt, withValueAt } from '@assay/contract'
import { type Bench, type Draft, meetsPremises, narrowToPremises } from '@assay/rules'
import type { Arbitrary } from 'fast-check'
import { changesCurrency } from './changes-currency.ts'
import { draftJudge } from './draft-judge.ts'
import { draftPool } from './draft-pool.ts'
import { keepsEveryRule } from './keeps-every-rule.ts'
import { onlyThose } from './only-those.ts'
import { pageAccount } from './page-account.ts'
import { pinnedAccount } from './pinned-account.ts'
import { requestSchema } from './request-schema.ts'
import { safeWindow } from './safe-window.ts'
import { acceptorOf } from './schema/acceptor-of.ts'
import { arbitraryOf } from './schema/arbitrary-of.ts'
import { UnsatisfiableSchemaError } from './schema/unsatisfiable-schema-error.ts'
import { schemaAt } from './schema-at.ts'
import { schemaDrafts } from './schema-drafts.ts'
import { allOf, schemaWithin } from './schema-within.ts'
import type { Setting } from './setting.ts'
import { settingMemory } from './setting-memory.ts'
import { validSchema } from './valid-schema.ts'

/** Refusals borne in a row where some drafts are known to pass: few of a pool may be more than there are of all. */
const SOON_OR_LATE = 20_000

/** What rule kinds make their drafts from: places are looked up outside the safe window, drafts are drawn inside it. */
export const payloadBench: (operation: Operation, setting: Setting) => Bench = settingMemory((operation, setting) => {
  const account = pinnedAccount(operation, setting)
  const asked = requestSchema(operation, account)
  const { absent } = validSchema(operation, setting)
  const changes = changesCurrency(operation)
  const brokenBy = draftJudge(operation, setting)
  /** Where the account is known, beyond what the pages show: a rule may speak of a currency that only this account has. */
  const wideAccount = setting.accountKnown ? account : pageAccount(account)
  const conjuncts = safeWindow(operation, wideAccount)
  const wide = allOf(requestSchema(operation, wideAccount), conjuncts)
  const keepers = [...new Set([account, wideAccount])].map((one) => keepsEveryRule(operation, one))
  /** As the wide schema has it, part by part: compiling all it asks at once takes longer than all that is planned with it, and of the parts only those that tell the time are new. */
  const isWithinWide = (draft: Draft) =>
    keepers.every((keeps) => keeps(draft)) && conjuncts.every((part) => acceptorOf(part)(draft.body))
  const usualPool = draftPool(() => onlyThose(schemaDrafts(operation, setting), changes))
  const pinned = [...(setting.pins ?? [])].map(([at, value]) => ({ at, schema: schemaWithin(at, { const: value }) }))
  const found = new Map<string, Arbitrary<Draft>>()
  const widePool = draftPool(() => onlyThose(arbitraryOf(widePinned([]), { absent }).map(asDraft), changes))

  /** The wide schema with what the user pinned, but for the places that are asked for. */
  function widePinned(needed: readonly string[]): JsonSchema {
    const others = pinned.filter(({ at }) => !needed.some((place) => isWithin(at, place) || isWithin(place, at)))
    return allOf(
      wide,
      others.map(({ schema: pin }) => pin),
    )
  }

  /** Looking among valid drafts, or changing one value of them, is far quicker than making a generator that always gives what is needed. */
  function having(pointer: string, premises: readonly Premise[] = []): Arbitrary<Draft> {
    const key = JSON.stringify([pointer, premises])
    const known = found.get(key)
    if (known !== undefined) return known
    const made = lookedFor(pointer, premises)
    found.set(key, made)
    return made
  }

  function lookedFor(pointer: string, premises: readonly Premise[]): Arbitrary<Draft> {
    const fits = (draft: Draft) => has(draft.body, pointer) && meetsPremises(draft.body, premises, account)
    const change = (draft: Draft) => withValues(draft, premises)
    const holds = (draft: Draft) => fits(draft) && isWithinWide(draft)
    if (usualPool.hold(fits)) return onlyThose(usualPool.drafts(), fits, SOON_OR_LATE)
    if (usualPool.hold((draft) => holds(change(draft))))
      return onlyThose(usualPool.drafts().map(change), holds, SOON_OR_LATE)
    if (widePool.hold(fits)) return onlyThose(widePool.drafts(), fits, SOON_OR_LATE)
    const needed = [pointer, ...premises.map(({ at }) => at)]
    const stillAbsent = new Set([...absent].filter((place) => !needed.some((at) => isWithin(at, place))))
    const rare = (schema: JsonSchema): Arbitrary<Draft> =>
      arbitraryOf(narrowToPremises(schema, [{ at: pointer, present: true }, ...premises], account), {
        absent: stillAbsent,
      }).map(asDraft)
    try {
      return rare(widePinned(needed))
    } catch (error) {
      // A pin may rule out what is asked for: it fixes valid payloads only.
      if (error instanceof UnsatisfiableSchemaError) return rare(wide)
      throw error
    }
  }

  return {
    operation,
    account,
    accountKnown: setting.accountKnown,
    schemaAt: (pointer) => schemaAt(asked, pointer),
    valuesOf: (values) => arbitraryOf(values),
    having,
    breaksOnly: (draft, rule) => {
      const broken = brokenBy(draft)
      return broken.length === 1 && broken[0] === rule.id
    },
  }
})

function asDraft(body: Draft['body']): Draft {
  return { body }
}

/** The draft with the values that premises name put in place of its own, where it has one there. */
function withValues({ body }: Draft, premises: readonly Premise[]): Draft {
  return {
    body: premises.reduce(
      (changed, { at, equals }) =>
        equals !== undefined && has(changed, at) ? withValueAt(changed, at, equals) : changed,
      body,
    ),
  }
}

function has(body: Draft['body'], pointer: string): boolean {
  const value = valueAt(body, pointer)
  return value !== undefined && value !== null
}

/** Whether a place is the other, or inside it. */
function isWithin(pointer: string, place: string): boolean {
  const tokens = parsePointer(pointer)
  return parsePointer(place).every((token, index) => tokens[index] === token)
}
