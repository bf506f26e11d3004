import { type JsonSchema, valueAt, withValueAt } from '@assay/contract'
import fc from 'fast-check'
import { z } from 'zod'
import type { Account } from '../account.ts'
import { currencyCodes } from '../currency-codes.ts'
import { broken, kept } from '../judgement.ts'
import { memberOf } from '../member-of.ts'
import { narrowAt } from '../narrow-at.ts'
import { plainlyOther } from '../plainly-other.ts'
import { withBody } from '../replacing.ts'
import { type Bench, defineRequestRule, type RequestRuleKind, type RuleOf } from '../rule-kind.ts'
import { sentAt } from '../sent-at.ts'

interface Parameters {
  /** Name of the member that holds the currency's code. */
  readonly currency: string
  /** Name of the member that holds the network. */
  readonly network: string
}

/** A currency and a network that stand in one object go together; either alone, an unknown code, or one without networks keeps the rule. */
export const allowedPair: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'allowed-pair',
  stage: 'validate',
  parameters: z.strictObject({ currency: z.string(), network: z.string() }),
  reads: placesOf,
  holds(request, rule, account) {
    const [currencyAt, networkAt] = placesOf(rule)
    const code = sentAt(request.body, currencyAt)
    const network = sentAt(request.body, networkAt)
    if (typeof code !== 'string' || typeof network !== 'string') return kept
    const networks = account.currency(code)?.networks
    if (networks === undefined || networks.includes(network)) return kept
    return broken(`The currency ${code} does not travel on the network ${network}.`)
  },
  breaks(_valid, rule, bench) {
    const [currencyAt, networkAt] = placesOf(rule)
    const drafts = bench.having(networkAt, rule.when)
    const replaced = (choices: (own: readonly string[]) => readonly string[]) =>
      fc.tuple(drafts, fc.nat()).map(([draft, index]) => {
        const own = networksOf(valueAt(draft.body, currencyAt), bench.account)
        const others = choices(own)
        return withBody(draft, withValueAt(draft.body, networkAt, others[index % others.length] ?? 'zzq'))
      })
    const all = allNetworks(bench)
    const isListed = isListedAt(networkAt, bench)
    // Another provider's account may allow more networks than its pages show, so only this one's are known not to go together.
    const foreign =
      bench.accountKnown &&
      bench.account.profile.currencies.some(({ networks }) => networks !== undefined && networks.length < all.length)
    return [
      ...(foreign
        ? [
            {
              way: `a network at ${networkAt} of other currencies`,
              drafts: replaced((own) => all.filter((name) => !own.includes(name))).filter((draft) =>
                all.includes(String(valueAt(draft.body, networkAt))),
              ),
            },
          ]
        : []),
      ...(isListed
        ? []
        : [
            {
              way: `a network at ${networkAt} that does not exist`,
              drafts: replaced(() => plainlyOther(all.length === 0 ? ['x'] : all).map(String)),
            },
          ]),
    ]
  },
  edges(_valid, rule, bench) {
    const [currencyAt, networkAt] = placesOf(rule)
    const schema = bench.schemaAt(currencyAt)
    const possible = typeof schema === 'object' && schema.enum !== undefined ? schema.enum : undefined
    return bench.account.profile.currencies
      .filter(
        ({ code, page, disabled }) =>
          disabled !== true && (bench.accountKnown || page) && (possible?.includes(code) ?? true),
      )
      .flatMap(({ code, networks = [], pageNetworks }) =>
        (bench.accountKnown ? networks : (pageNetworks ?? networks)).map((network) => ({
          way: `${code} on ${network} at ${rule.at || 'the top'}`,
          drafts: bench.having(networkAt, [
            ...(rule.when ?? []),
            { at: currencyAt, equals: code },
            { at: networkAt, equals: network },
          ]),
        })),
      )
  },
  narrows(schema, rule, account) {
    const { currency, network } = rule.parameters
    const codes = new Set(currencyCodes(account))
    const listed = account.profile.currencies.filter(({ code }) => codes.has(code))
    const branches: JsonSchema[] = listed
      .filter(({ networks }) => networks !== undefined)
      .map(({ code, networks = [] }) => ({
        properties: { [currency]: { enum: [code] }, [network]: { enum: networks } },
      }))
    const free = listed.filter(({ networks }) => networks === undefined).map(({ code }) => code)
    if (free.length > 0) branches.push({ properties: { [currency]: { enum: free } } })
    branches.push({ properties: { [currency]: false } })
    return narrowAt(schema, rule.at, { anyOf: branches })
  },
})

type Places = readonly [currency: string, network: string]

const known = new WeakMap<RuleOf<Parameters>, Places>()

function placesOf(rule: RuleOf<Parameters>): Places {
  let places = known.get(rule)
  if (places === undefined) {
    const { at, parameters } = rule
    places = [memberOf(at, parameters.currency), memberOf(at, parameters.network)]
    known.set(rule, places)
  }
  return places
}

function networksOf(code: unknown, account: Account): readonly string[] {
  return typeof code === 'string' ? (account.currency(code)?.networks ?? []) : []
}

function allNetworks({ account }: Bench): readonly string[] {
  return [...new Set(account.profile.currencies.flatMap(({ networks }) => networks ?? []))]
}

/** Whether the schema lists the networks, so that one outside the list breaks that rule instead. */
function isListedAt(at: string, { operation }: Bench): boolean {
  return operation.rules.some((rule) => rule.kind === 'enum' && rule.at === at)
}
