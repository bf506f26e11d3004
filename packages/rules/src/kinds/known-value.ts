import { type Json, type JsonSchema, withoutValueAt, withValueAt } from '@assay/contract'
import fc from 'fast-check'
import { z } from 'zod'
import { currencyCodes } from '../currency-codes.ts'
import { expectedCurrencies, networkOf } from '../currency-role.ts'
import { broken, kept } from '../judgement.ts'
import { narrowAt } from '../narrow-at.ts'
import { plainlyOther } from '../plainly-other.ts'
import { withBody } from '../replacing.ts'
import { defineValueRule, type RequestRuleKind } from '../rule-kind.ts'

interface Parameters {
  /** Codes that nobody knows, where the usual ones do not do. */
  readonly wrong?: readonly string[] | undefined
}

/** A currency code is one that the account knows. */
export const knownValue: RequestRuleKind<Parameters> = defineValueRule<Parameters>({
  kind: 'known-value',
  stage: 'validate',
  parameters: z.strictObject({ wrong: z.array(z.string()).optional() }),
  holdsOf(code, rule, account) {
    if (typeof code !== 'string' || account.currency(code) !== undefined) return kept
    return broken(`The code at ${rule.at} is not known.`)
  },
  breaks(_valid, rule, bench) {
    const known = bench.account.profile.currencies.map(({ code }) => code)
    const wrong = rule.parameters.wrong ?? plainlyOther(known.length === 0 ? ['EUR'] : known)
    const networkAt = networkOf(rule.at, bench.operation)
    const isNeeded = bench.operation.rules.some(
      ({ kind, at, when }) => kind === 'required' && at === networkAt && when === undefined,
    )
    // Beside a code that nobody knows a network would be a second fault.
    const clean = (body: Json) => (networkAt === undefined || isNeeded ? body : withoutValueAt(body, networkAt))
    return [
      {
        way: `a code at ${rule.at} that nobody knows`,
        drafts: fc
          .tuple(bench.having(rule.at, rule.when), fc.constantFrom(...wrong))
          .map(([draft, code]) => withBody(draft, clean(withValueAt(draft.body, rule.at, code)))),
      },
    ]
  },
  edges: (_valid, rule, bench) =>
    expectedCurrencies(bench)
      .filter(({ code, disabled }) => disabled !== true && isAllowed(code, bench.schemaAt(rule.at)))
      .map(({ code }) => ({
        way: `${code} at ${rule.at}`,
        drafts: bench.having(rule.at, [...(rule.when ?? []), { at: rule.at, equals: code }]),
      })),
  narrows: (schema, rule, account) => narrowAt(schema, rule.at, { enum: currencyCodes(account) }),
})

/** Whether the other rules of the place leave the code: a place for cryptocurrencies takes no fiat. */
function isAllowed(code: string, schema: JsonSchema | undefined): boolean {
  if (typeof schema !== 'object') return schema !== false
  return (schema.enum?.includes(code) ?? true) && (schema.const ?? code) === code
}
