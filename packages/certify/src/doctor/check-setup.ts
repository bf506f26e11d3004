import type { Contract, Operation } from '@assay/contract'
import { UnsatisfiableSchemaError } from '@assay/payloads'
import type { CertifyOptions } from '../certify-options.ts'
import { type PlanBench, planBench } from '../plan/bench.ts'
import { type ValidPool, validPool } from '../plan/valid-pool.ts'
import type { DoctorStep } from './doctor-step.ts'
import { type Harmless, harmlessDraft } from './harmless-draft.ts'

/** Valid payloads drawn to find a full one. */
const DRAWN = 24

/** What can be looked at without asking anybody: pins and currencies, and the request that they make possible. */
export interface Setup {
  readonly steps: readonly DoctorStep[]
  /** Whether a valid request can be made. */
  readonly ready: boolean
  /** What the doctor may ask with. */
  readonly harmless?: Harmless
}

/** Looks at pins and currencies. */
export function checkSetup(contract: Contract, options: CertifyOptions): Setup {
  const pins = checkPins(contract, options)
  const [operation] = contract.operations
  if (operation === undefined) return { steps: [pins], ready: false }
  const bench = planBench(contract, operation, options, (options.clock ?? Date.now)())
  const pool = poolOf(bench, options)
  if (pool === undefined) {
    const wrong = [...(options.pins?.keys() ?? [])].find((pin) => fitsWithout(pin, contract, operation, options))
    const says =
      wrong === undefined
        ? `No valid request can be made for ${operation.method} ${operation.path}.`
        : `No valid request can have the value that is pinned at ${wrong}.`
    const advice = 'Check the pins and the currencies of the account: `assay explain` tells the rules they touch.'
    const fault = { step: wrong === undefined ? 'currencies' : 'pins', outcome: 'fault', says, advice } as const
    return { steps: wrong === undefined ? [pins, fault] : [fault], ready: false }
  }
  const harmless = harmlessDraft(pool.full, bench, options)
  return { steps: [pins, checkCurrencies(bench)], ready: true, ...(harmless === undefined ? {} : { harmless }) }
}

/** Valid requests to choose from; undefined where pins, currencies and documents leave none. */
function poolOf(bench: PlanBench, { seed }: CertifyOptions): ValidPool | undefined {
  try {
    return validPool(bench, DRAWN, seed)
  } catch (error) {
    if (error instanceof UnsatisfiableSchemaError) return undefined
    throw error
  }
}

function fitsWithout(pin: string, contract: Contract, operation: Operation, options: CertifyOptions): boolean {
  const pins = new Map([...(options.pins ?? [])].filter(([pointer]) => pointer !== pin))
  const bench = planBench(contract, operation, { ...options, pins }, (options.clock ?? Date.now)())
  return poolOf(bench, options) !== undefined
}

function checkPins({ operations }: Contract, { pins = new Map(), accountKnown = false }: CertifyOptions): DoctorStep {
  const missing = accountKnown
    ? []
    : operations.flatMap(requiredOfAccount).filter((pointer) => !isPinned(pointer, [...pins.keys()]))
  if (missing.length > 0) {
    return {
      step: 'pins',
      outcome: 'fault',
      says: `Only your account knows ${missing.join(' and ')}, which every request needs.`,
      advice: `Pin it: ${missing.map((pointer) => `--set ${pointer}=VALUE`).join(' ')}, or under pins in assay.config.`,
    }
  }
  const optional = operations
    .flatMap(({ roles }) => roles)
    .filter(({ role, at }) => role === 'account' && !isPinned(at, [...pins.keys()]))
    .map(({ at }) => at)
  const pinned =
    pins.size === 0 ? 'Nothing is pinned' : `${[...pins.keys()].join(', ')} ${pins.size === 1 ? 'is' : 'are'} pinned`
  const left =
    optional.length === 0 || accountKnown ? '' : `; ${optional.join(', ')}, which only your account knows, is left out`
  return { step: 'pins', outcome: 'ok', says: `${pinned}${left}.` }
}

function requiredOfAccount({ roles, rules }: Operation): readonly string[] {
  return roles
    .filter(
      ({ role, at }) =>
        role === 'account' &&
        rules.some(
          (rule) =>
            rule.kind === 'required' && rule.at === at && rule.when === undefined && rule.outcome === 'must-refuse',
        ),
    )
    .map(({ at }) => at)
}

/** Whether the member, or one inside it, is pinned. */
function isPinned(pointer: string, pins: readonly string[]): boolean {
  return pins.some((pin) => pin === pointer || pin.startsWith(`${pointer}/`))
}

function checkCurrencies({ operation, account }: PlanBench): DoctorStep {
  const places = operation.roles.filter(({ role }) => role === 'currency')
  if (places.length === 0) return { step: 'currencies', outcome: 'ok', says: 'No request names a currency.' }
  const codes = account.profile.currencies
    .filter(({ page, disabled }) => page && disabled !== true)
    .map(({ code }) => code)
  const some = codes.length > 8 ? `${codes.slice(0, 8).join(', ')} and ${codes.length - 8} more` : codes.join(', ')
  return {
    step: 'currencies',
    outcome: 'ok',
    says: `Valid requests bear ${some}: list under currencies in assay.config what your account takes, where that differs.`,
  }
}
