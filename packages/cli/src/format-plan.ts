import { type Case, type CertifyOptions, type Expectation, planOf } from '@assay/certify'
import { type Contract, stringifyJson } from '@assay/contract'

/** Longer bodies are cut. */
const SHOWN_CHARACTERS = 4_000

/** What a certification would send, a case after the other, with what the contract says must come back. Nothing is sent. */
export function formatPlan(contract: Contract, options: CertifyOptions): string {
  const { cases, dropped } = planOf(contract, options)
  const set = dropped.length === 0 ? '' : `; ${dropped.length} more could not be shown to be what they claim`
  const head = `${contract.provider}: ${cases.length} requests planned for ${options.baseUrl}, none sent${set}\n`
  return head + cases.map(caseText).join('')
}

function caseText({ number, id, way, draft, operation, expectation }: Case): string {
  const whole = draft.text ?? stringifyJson(draft.body)
  const body =
    whole.length > SHOWN_CHARACTERS ? `${whole.slice(0, SHOWN_CHARACTERS)}… (${whole.length} characters)` : whole
  return `${String(number).padStart(5)}  ${id}: ${way}, expected ${expectationText(expectation)}\n       ${operation.method} ${operation.path} ${body}\n`
}

function expectationText(expectation: Expectation): string {
  if (expectation.outcome === 'accepted') return 'to be accepted'
  if (expectation.outcome === 'either') return 'either way'
  if (expectation.outcome === 'probe') return 'accepted and repeated exactly, or any 4xx'
  if (expectation.outcome === 'any') return 'any 2xx or 4xx'
  return expectation.status.length === 0 ? 'any 4xx' : expectation.status.join(' or ')
}
