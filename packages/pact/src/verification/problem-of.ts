import type { Problem } from '@assay/certify'
import { formatPointer, type Rule } from '@assay/contract'
import type { PlannedInteraction } from './planned-interaction.ts'
import { seenRules } from './seen-rules.ts'
import type { Mismatch, VerifierResult } from './verifier-results.ts'

/** Mismatches that a finding tells of. */
const TOLD = 3

/**
 * What is wrong with an answer, by the rule that it belongs to: the rule that the request breaks, else the answer rule that speaks of the place.
 * @param status the status that came
 */
export function problemOf(one: PlannedInteraction, { mismatches }: VerifierResult, status: number): Problem {
  const { document, rule } = one
  const expected = document.response?.status ?? 200
  const broken = rule ?? answerRule(one, mismatches, expected)
  const told = mismatches
    .slice(0, TOLD)
    .map(({ mismatch, path }) => (path === undefined ? mismatch : `${path}: ${mismatch}`))
  const rest = mismatches.length > TOLD ? `; ${mismatches.length - TOLD} more` : ''
  return {
    rule: broken?.id ?? 'pact.interaction',
    says: `${document.description}: ${told.join('; ') || 'the answer is another one'}${rest}.`,
    expected: {
      outcome: rule === undefined ? 'accepted' : 'refused',
      status: [expected],
      says: rule === undefined ? 'the documented success' : `the documented error ${rule.answer?.example ?? ''}`.trim(),
    },
    observed: { status, says: `it answered ${status}` },
    blame: 'provider',
    evidence: broken?.evidence ?? [],
  }
}

function answerRule(
  { operation }: PlannedInteraction,
  mismatches: readonly Mismatch[],
  status: number,
): Rule | undefined {
  const seen = seenRules(operation, status)
  const ofKind = (kind: string): Rule | undefined => seen.find((rule) => rule.kind === kind)
  if (mismatches.some(({ type }) => type === 'StatusMismatch')) return ofKind('status') ?? seen[0]
  const places = mismatches.flatMap(({ path }) => (path === undefined ? [] : [pointerOf(path)]))
  if (places.length === 0) return ofKind('answer-content-type') ?? seen[0]
  const [closest] = seen
    .filter(({ kind }) => kind === 'documented-shape' || kind === 'constant')
    .filter(({ at }) => places.some((place) => place === at || place.startsWith(`${at}/`)))
    .toSorted((one, other) => other.at.length - one.at.length)
  return closest ?? ofKind('documented-shape') ?? seen[0]
}

/** `$.data.id` and `$['data']['id']` are `/data/id`. */
function pointerOf(path: string): string {
  const tokens = [...path.matchAll(/\.([^.[\]]+)|\['([^']*)'\]|\[(\d+)\]/g)]
  return formatPointer(tokens.map(([, plain, quoted, index]) => plain ?? quoted ?? index ?? ''))
}
