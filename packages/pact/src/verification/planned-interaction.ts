import type { Contract, Operation, Rule } from '@assay/contract'
import { type ProviderState, providerState } from '../states/provider-state.ts'
import type { PactDocument, PactInteraction } from './pact-document.ts'

/** An interaction of a pact file, with what the contract knows of it. */
export interface PlannedInteraction {
  readonly id: string
  readonly document: PactInteraction
  readonly operation: Operation
  /** The rule that its request breaks. */
  readonly rule?: Rule
  readonly states: readonly ProviderState[]
}

/** An interaction that is not verified, and why. */
export interface SkippedInteraction {
  readonly id: string
  readonly rule?: Rule
  /** The end of a sentence: `it needs a mock: the rate limit is reached`. */
  readonly why: string
}

/** What of a pact is verified, and what is not. */
export interface PactPlan {
  readonly interactions: readonly PlannedInteraction[]
  readonly skipped: readonly SkippedInteraction[]
}

/** How far a provider can be brought into a state. */
export interface Reach {
  /** Whether the account can be ordered about, as a mock's can. */
  readonly mock: boolean
  /** JSON Pointers of values that only the account knows and that were given. */
  readonly pinned: ReadonlySet<string>
}

/** What of a pact can be verified at a provider. Messages are no matter of HTTP and are left out. */
export function planInteractions(pact: PactDocument, contract: Contract, reach: Reach): PactPlan {
  const interactions: PlannedInteraction[] = []
  const skipped: SkippedInteraction[] = []
  for (const document of pact.interactions) {
    if (document.request === undefined) continue
    const known = commentOf(document)
    const id = known.case ?? document.description
    const operation = operationOf(document, known.operation, contract)
    const rule = operation?.rules.find((candidate) => candidate.id === known.rule)
    const facts = { id, ...(rule === undefined ? {} : { rule }) }
    const states = (document.providerStates ?? []).map(({ name, params }) => ({
      name,
      state: providerState.safeParse(params ?? {}).data,
    }))
    const hindrance = states.map(({ name, state }) => hindranceOf(name, state, reach)).find((why) => why !== undefined)
    if (operation === undefined) {
      const { method, path } = document.request
      skipped.push({ ...facts, why: `the contract has no operation ${method} ${path}` })
    } else if (hindrance !== undefined) skipped.push({ ...facts, why: hindrance })
    else {
      const read = states.flatMap(({ state }) => (state === undefined ? [] : [state]))
      interactions.push({ ...facts, document, operation, states: read })
    }
  }
  // What is accepted goes first: where a budget ends a run early, a refusal alone would prove nothing.
  return {
    interactions: interactions.toSorted(
      (one, other) => Number(one.rule !== undefined) - Number(other.rule !== undefined),
    ),
    skipped,
  }
}

/** JSON Pointers of the values in a pact that only the account knows: those that may be given. */
export function ownValuePointers({ interactions }: PactDocument): ReadonlySet<string> {
  const states = interactions.flatMap(({ providerStates }) => providerStates ?? [])
  const read = states.map(({ params }) => providerState.safeParse(params ?? {}).data)
  return new Set(read.flatMap((state) => (state?.kind === 'own-value' ? [state.at] : [])))
}

function hindranceOf(name: string, state: ProviderState | undefined, { mock, pinned }: Reach): string | undefined {
  if (state === undefined) return `nobody knows how to reach the state "${name}"`
  if (mock) return undefined
  if (state.kind === 'own-value')
    return pinned.has(state.at)
      ? undefined
      : `only the account knows the value at ${state.at}: give --set ${state.at}=…`
  const isOrdered = ['account-state', 'disabled-currency', 'no-rate', 'contract-account'].includes(state.kind)
  return isOrdered ? `only a mock can be brought into the state "${name}"` : undefined
}

function commentOf({ comments }: PactInteraction): { case?: string; operation?: string; rule?: string } {
  const own: unknown = comments?.assay
  if (typeof own !== 'object' || own === null) return {}
  return Object.fromEntries(Object.entries(own).filter(([, value]) => typeof value === 'string'))
}

function operationOf(
  { request }: PactInteraction,
  named: string | undefined,
  { operations }: Contract,
): Operation | undefined {
  const alike = operations.filter(({ method, path }) => method === request?.method && fits(path, request.path))
  return alike.find(({ id }) => id === named) ?? alike[0]
}

/** Whether a path fits a path template (OpenAPI 3.1, Path Templating). */
function fits(template: string, path: string): boolean {
  const literals = template.split(/\{[^}]*\}/).map((literal) => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  return new RegExp(`^${literals.join('[^/]+')}$`).test(path)
}
