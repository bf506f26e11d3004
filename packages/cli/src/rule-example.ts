import { stringifyJson } from '@assay/contract'
import { createMock, mockCredentials } from '@assay/mock'
import { breakingWays, edgeWays, type Setting, validDrafts } from '@assay/payloads'
import { accountOf, type Draft, sealDraft, type Way } from '@assay/rules'
import { type Arbitrary, sample } from 'fast-check'
import type { RuleInPlace } from './find-rule.ts'

/** How a rule is tested, and a body that keeps it and one that breaks it. */
export interface RuleExample {
  /** The ways in which the certifier breaks the rule. */
  readonly breaking: readonly string[]
  /** The ways in which it stands at the rule's edge. */
  readonly edges: readonly string[]
  /** A request body, or of an answer rule an answer body, that keeps the rule. */
  readonly keeps?: string
  readonly breaks?: string
}

/** How many are drawn to take the shortest of. */
const DRAWN = 24
const SEED = 1

/** Shows a rule at work. @param now Unix time in milliseconds */
export async function ruleExample(place: RuleInPlace, now: number): Promise<RuleExample> {
  const { contract, operation, rule } = place
  const setting: Setting = {
    account: accountOf(contract, { credentials: mockCredentials, now: () => now }),
    accountKnown: true,
  }
  const valid = operation.request === undefined ? undefined : shortest(validDrafts(operation, setting))
  if (rule.side === 'answer')
    return { breaking: [], edges: [], ...(await answers(place, valid ?? { body: null }, now)) }
  const breaking = breakingWays(operation, rule, setting)
  const edges = edgeWays(operation, setting).filter((way) => way.rule.id === rule.id)
  const keeps = firstText(edges) ?? (valid === undefined ? undefined : textOf(valid))
  const breaks = firstText(breaking)
  return {
    breaking: breaking.map(({ way }) => way),
    edges: edges.map(({ way }) => way),
    ...(keeps === undefined ? {} : { keeps }),
    ...(breaks === undefined ? {} : { breaks }),
  }
}

/** What a mock answers that keeps the rule, and one on which the rule is switched off. */
async function answers(
  { contract, operation, rule }: RuleInPlace,
  draft: Draft,
  now: number,
): Promise<Pick<RuleExample, 'keeps' | 'breaks'>> {
  const texts = await Promise.all(
    [[], [rule.id]].map(async (off) => {
      const mock = createMock(contract, { off, now: () => now })
      const { method, pathAndQuery, headers, bytes } = sealDraft(draft, operation, {
        credentials: mock.credentials,
        now,
      })
      const body = method === 'GET' || method === 'HEAD' ? null : bytes
      const answer = await mock.fetch(
        new Request(`http://127.0.0.1${mock.base}${pathAndQuery}`, { method, headers, body }),
      )
      return `${answer.status} ${await answer.text()}`
    }),
  )
  const [keeps = '', breaks = ''] = texts
  return { keeps, breaks }
}

function firstText(ways: readonly Way[]): string | undefined {
  const [way] = ways
  return way === undefined ? undefined : textOf(shortest(way.drafts))
}

function shortest(drafts: Arbitrary<Draft>): Draft {
  const drawn = sample(drafts, { numRuns: DRAWN, seed: SEED })
  return drawn.reduce((best, draft) => (textOf(draft).length < textOf(best).length ? draft : best))
}

function textOf({ body, text }: Draft): string {
  return text ?? stringifyJson(body)
}
