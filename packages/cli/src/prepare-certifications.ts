import type { CertifyOptions } from '@assay/certify'
import type { Contract } from '@assay/contract'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import type { CertifyFlags } from './certify-flags.ts'
import { chosenRules, expectedOf } from './chosen-rules.ts'
import { type ProviderTarget, providerTarget } from './provider-target.ts'
import { readExpectedFailures } from './read-expected-failures.ts'
import { readPins } from './read-pins.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** One provider's certification, ready to run. */
export interface Certification {
  readonly contract: Contract
  readonly options: CertifyOptions
  /** Whether the target is a mock started for the purpose. */
  readonly builtIn: boolean
}

/** Certifications, and the mocks that some of them need. */
export interface Prepared {
  readonly certifications: readonly Certification[]
  close(): Promise<void>
}

/**
 * Prepares the certification of each contract: everything that can be wrong with how it was asked for is found before anything is sent.
 * @throws UsageError, CertifyError
 */
export async function prepareCertifications(
  contracts: readonly Contract[],
  flags: CertifyFlags,
  world: World,
): Promise<Prepared> {
  if (flags.baseUrl !== undefined && contracts.length > 1) {
    throw new UsageError(
      `--base-url belongs to one provider, not to ${contracts.length}: name the provider, or set ASSAY_<PROVIDER>_BASE_URL for each.`,
    )
  }
  const providers = contracts.map(({ provider }) => provider)
  const twice = providers.find((provider, index) => providers.indexOf(provider) !== index)
  if (twice !== undefined)
    throw new UsageError(`${twice} is named twice: certify one contract of a provider at a time.`)
  const only = flags.only === undefined ? undefined : chosenRules(flags.only, contracts)
  const chosen = only === undefined ? contracts : contracts.filter((contract) => only.has(contract))
  const expected =
    flags.expectedFailures === undefined ? undefined : readExpectedFailures(flags.expectedFailures, world.folder)
  const planned = chosen.map((contract) => ({
    contract,
    target: providerTarget(contract, flags, world),
    options: {
      ...sharedOptions(flags, world),
      pins: readPins(flags.set, contract, chosen),
      ...(only === undefined ? {} : { only: only.get(contract) ?? [] }),
      ...(expected === undefined ? {} : { expectedFailures: expectedOf(expected, contract, chosen) }),
    },
  }))
  const mocked = planned
    .filter(({ target }) => target === undefined)
    .map(({ contract }) => createMock(contract, { now: world.now }))
  const server = mocked.length === 0 || flags.plan === true ? undefined : await serveMock(mocked)
  return {
    certifications: planned.map(({ contract, target, options }) => ({
      contract,
      builtIn: target === undefined,
      options: { ...options, ...reaching(contract, target, server), accountKnown: target === undefined },
    })),
    close: async () => server?.close(),
  }
}

function sharedOptions(
  { seed, level, budget, rate, timeout }: CertifyFlags,
  world: World,
): Omit<CertifyOptions, 'baseUrl' | 'credentials'> {
  return {
    seed,
    level,
    signal: world.interrupted,
    clock: world.now,
    ...(budget === undefined ? {} : { budget }),
    ...(rate === undefined ? {} : { rate }),
    ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
  }
}

function reaching(
  contract: Contract,
  found: ProviderTarget | undefined,
  server: MockServer | undefined,
): Pick<CertifyOptions, 'baseUrl' | 'credentials'> {
  if (found !== undefined) return { baseUrl: found.target.baseUrl, credentials: found.credentials }
  const mock = createMock(contract)
  // A plan is shown as it would go to `assay mock`, which is not running.
  return {
    baseUrl: server?.url(contract.provider) ?? `http://127.0.0.1:4010${mock.base}`,
    credentials: mock.credentials,
  }
}
