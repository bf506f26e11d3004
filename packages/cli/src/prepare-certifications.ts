import type { CertifyOptions } from '@assay/certify'
import type { Contract } from '@assay/contract'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import type { CertifyFlags } from './certify-flags.ts'
import { chosenRules, expectedOf } from './chosen-rules.ts'
import { withAccountCurrencies } from './config/account-currencies.ts'
import { configPins } from './config/config-pins.ts'
import { refuseUnknownProviders } from './config/known-providers.ts'
import type { LoadedConfig } from './config/read-config.ts'
import { settledExpectations, settledRun } from './config/run-settings.ts'
import { documentHashes } from './document-hashes.ts'
import { type ProviderTarget, providerTarget } from './provider-target.ts'
import { proxyOf } from './proxy-of.ts'
import { readPins } from './read-pins.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'
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
  asked: readonly Contract[],
  flags: CertifyFlags,
  loaded: LoadedConfig | undefined,
  world: World,
): Promise<Prepared> {
  refuseUnclear(asked, flags)
  refuseUnknownProviders(loaded, asked, world)
  const evidence = new Map(asked.map((contract) => [contract.provider, evidenceOf(contract, world)]))
  const contracts = asked.map((contract) => withAccountCurrencies(contract, loaded))
  const only = flags.only === undefined ? undefined : chosenRules(flags.only, contracts)
  const chosen = only === undefined ? contracts : contracts.filter((contract) => only.has(contract))
  const planned = chosen.map((contract) => {
    const target = providerTarget(contract, flags, world, loaded)
    const expected = settledExpectations(contract.provider, flags.expectedFailures, loaded, world)
    const options = {
      ...settledRun(contract.provider, flags, loaded),
      ...(flags.shard === undefined ? {} : { shard: flags.shard }),
      evidence: evidence.get(contract.provider) ?? { versions: {} },
      signal: world.interrupted,
      clock: world.now,
      pins: new Map([...configPins(loaded, contract), ...readPins(flags.set, contract, chosen)]),
      ...(only === undefined ? {} : { only: only.get(contract) ?? [] }),
      ...(expected === undefined ? {} : { expectedFailures: expectedOf(expected, contract, chosen) }),
      ...(target === undefined ? {} : proxyOf(target.target, flags, loaded, world)),
    }
    return { contract, target, options }
  })
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

function evidenceOf(contract: Contract, world: World): NonNullable<CertifyOptions['evidence']> {
  const documents = documentHashes(contract, world)
  const versions = { assay: version(), node: process.versions.node }
  return documents === undefined ? { versions } : { versions, documents }
}

function refuseUnclear(contracts: readonly Contract[], { baseUrl }: CertifyFlags): void {
  if (baseUrl !== undefined && contracts.length > 1) {
    throw new UsageError(
      `--base-url belongs to one provider, not to ${contracts.length}: name the provider, or set ASSAY_<PROVIDER>_BASE_URL for each.`,
    )
  }
  const providers = contracts.map(({ provider }) => provider)
  const twice = providers.find((provider, index) => providers.indexOf(provider) !== index)
  if (twice !== undefined)
    throw new UsageError(`${twice} is named twice: certify one contract of a provider at a time.`)
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
