import {
  type Contract,
  type Evidence,
  isJsonObject,
  type Json,
  JsonNumber,
  type JsonObject,
  type Rule,
  type Strength,
} from '@assay/contract'
import { hygieneRules } from '../judge/hygiene-rules.ts'
import type { Finding, Learned, RuleReport } from './report.ts'

/** Findings of one rule that a report shows; the others are counted. */
export const SHOWN_FINDINGS = 3

/** What is known of one rule while a run goes on. */
export interface RuleTally {
  readonly id: string
  readonly says: string
  readonly strength: Strength
  readonly evidence: readonly Evidence[]
  /** The rule of the contract, and its operation's id; hygiene has none. */
  readonly rule?: Rule
  readonly operation?: string
  cases: number
  /** Cases among them that broke the rule. */
  breaks: number
  failed: number
  readonly findings: Finding[]
  /** How often the provider took and refused what the documents leave open. */
  readonly open: { accepted: number; refused: number }
  /** What the provider's refusals taught. */
  learned?: Learned
}

/** A tally for every rule of a contract, and for hygiene, by id. */
export function ruleTallies(contract: Contract): Map<string, RuleTally> {
  const amounts = contract.operations.some(({ roles }) => roles.some(({ role }) => role === 'amount'))
  const documented = contract.operations.flatMap(({ id, rules }) =>
    rules.map((rule) => emptyTally(rule, { rule, operation: id })),
  )
  const hygiene = hygieneRules
    .filter(({ id }) => amounts || id !== 'security.negative-amount-refused')
    .map(({ id, says }) => emptyTally({ id, says, strength: 'assumed', evidence: [] }))
  return new Map([...documented, ...hygiene].map((tally) => [tally.id, tally]))
}

/** A tally of nothing. */
export function emptyTally(
  about: Pick<RuleTally, 'id' | 'says' | 'strength' | 'evidence'>,
  documented: Pick<RuleTally, 'rule' | 'operation'> = {},
): RuleTally {
  const { id, says, strength, evidence } = about
  return {
    id,
    says,
    strength,
    evidence,
    ...documented,
    cases: 0,
    breaks: 0,
    failed: 0,
    findings: [],
    open: { accepted: 0, refused: 0 },
  }
}

/**
 * What a report says of a rule.
 * @param reason why it was not tested, where it was not
 * @param expected whether its failure was expected
 */
export function ruleReport(tally: RuleTally, reason: string | undefined, expected: boolean): RuleReport {
  const verdict = tally.failed > 0 ? 'fail' : reason === undefined && tally.cases > 0 ? 'pass' : 'not-tested'
  return {
    id: tally.id,
    verdict,
    strength: tally.strength,
    says: tally.says,
    evidence: tally.evidence,
    ...documentedOf(tally),
    cases: tally.cases,
    failed: tally.failed,
    findings: tally.findings,
    ...(tally.learned === undefined ? {} : { learned: tally.learned }),
    ...(verdict === 'not-tested' ? { reason: reason ?? 'No answer showed it.' } : {}),
    ...(expected && verdict === 'fail' ? { expected: true as const } : {}),
  }
}

function documentedOf({ rule, operation, open }: RuleTally): Partial<RuleReport> {
  if (rule === undefined) return {}
  const { kind, side, at, outcome, parameters, answer, reading } = rule
  return {
    ...(operation === undefined ? {} : { operation }),
    kind,
    side,
    at,
    outcome,
    parameters: plainObject(parameters),
    ...(answer === undefined ? {} : { answer }),
    ...(reading === undefined ? {} : { reading }),
    ...(outcome === 'unspecified' && open.accepted + open.refused > 0 ? { open: { ...open } } : {}),
  }
}

/** Numbers that a double cannot hold become text: whoever writes the report writes plain JSON. */
function plain(value: Json): Json {
  if (value instanceof JsonNumber) return value.text
  if (Array.isArray(value)) return value.map(plain)
  return isJsonObject(value) ? plainObject(value) : value
}

function plainObject(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, plain(value)]))
}
