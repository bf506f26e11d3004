import { type Operation, type Premise, parsePointer, valueAt, withValueAt } from '@assay/contract'
import { type Bench, type Draft, meetsPremises, narrowToPremises } from '@assay/rules'
import fc, { type Arbitrary } from 'fast-check'
import { changesCurrency } from './changes-currency.ts'
import { keepsEveryRule } from './keeps-every-rule.ts'
import { onlyThose } from './only-those.ts'
import { pinnedAccount } from './pinned-account.ts'
import { requestSchema } from './request-schema.ts'
import { safeWindow } from './safe-window.ts'
import { acceptorOf } from './schema/acceptor-of.ts'
import { arbitraryOf } from './schema/arbitrary-of.ts'
import { schemaAt } from './schema-at.ts'
import { allOf } from './schema-within.ts'
import type { Setting } from './setting.ts'
import { settingMemory } from './setting-memory.ts'
import { validSchema } from './valid-schema.ts'

/** How many drafts are looked through to see how common some are, and how many of them make them common. */
const LOOKED_THROUGH = 60
const COMMON = 2

/** What rule kinds make their drafts from: places are looked up outside the safe window, drafts are drawn inside it. */
export const payloadBench: (operation: Operation, setting: Setting) => Bench = settingMemory((operation, setting) => {
  const account = pinnedAccount(operation, setting)
  const asked = requestSchema(operation, account)
  const { schema, absent } = validSchema(operation, setting)
  const usual = onlyThose(
    arbitraryOf(schema, { absent }).map((body): Draft => ({ body })),
    changesCurrency(operation),
  )
  const keeps = keepsEveryRule(operation, account)
  /** Beyond what the pages show: a rule may speak of a currency that only this account has. */
  const wide = allOf(asked, safeWindow(operation, account))
  const isSafe = acceptorOf(wide)

  /** Looking among valid drafts, or changing one value of them, is far quicker than making a generator that always gives what is needed. */
  function having(pointer: string, premises: readonly Premise[] = []): Arbitrary<Draft> {
    const fits = (draft: Draft) => has(draft.body, pointer) && meetsPremises(draft.body, premises, account)
    if (areCommon(usual, fits)) return onlyThose(usual, fits)
    const changed = withValues(usual, premises)
    const holds = (draft: Draft) => fits(draft) && keeps(draft) && isSafe(draft.body)
    if (areCommon(changed, holds)) return onlyThose(changed, holds)
    const needed = [pointer, ...premises.map(({ at }) => at)]
    const rare = narrowToPremises(wide, [{ at: pointer, present: true }, ...premises], account)
    const stillAbsent = [...absent].filter((place) => !needed.some((at) => isWithin(at, place)))
    return arbitraryOf(rare, { absent: new Set(stillAbsent) }).map((body): Draft => ({ body }))
  }

  return {
    operation,
    account,
    accountKnown: setting.accountKnown,
    schemaAt: (pointer) => schemaAt(asked, pointer),
    valuesOf: (values) => arbitraryOf(values),
    having,
  }
})

function areCommon(drafts: Arbitrary<Draft>, fits: (draft: Draft) => boolean): boolean {
  return fc.sample(drafts, { numRuns: LOOKED_THROUGH, seed: 1 }).filter(fits).length >= COMMON
}

/** The drafts with the values that premises name put in place of their own, where they have one there. */
function withValues(drafts: Arbitrary<Draft>, premises: readonly Premise[]): Arbitrary<Draft> {
  return drafts.map((draft) => ({
    body: premises.reduce(
      (body, { at, equals }) => (equals !== undefined && has(body, at) ? withValueAt(body, at, equals) : body),
      draft.body,
    ),
  }))
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
