import { type Ending, exitCodeOf, type Report } from '@assay/certify'
import type { Contract } from '@assay/contract'
import { createMock, serveMock } from '@assay/mock'
import { ownValuePointers, type VerifyOptions, verifyPact } from '@assay/pact'
import { type OpenReports, openReports } from '../open-reports.ts'
import { type ProviderTarget, providerTarget } from '../provider-target.ts'
import { readPins } from '../read-pins.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import type { VerifyFlags } from './pact-flags.ts'
import { type PactOfContract, pactsOf } from './pacts-of.ts'

/** Verifies pacts one provider after the other, tells the reports what happens, and gives the exit code of them all. */
export async function verifyPacts(contracts: readonly Contract[], flags: VerifyFlags, world: World): Promise<number> {
  if (flags.baseUrl !== undefined && contracts.length > 1) {
    throw new UsageError(`--base-url belongs to one provider, not to ${contracts.length}: name the provider.`)
  }
  const verifications = pactsOf(contracts, flags, world).map((one) => ({
    ...one,
    target: providerTarget(one.contract, flags, world),
    shared: sharedOptions(one, contracts, flags, world),
  }))
  const providers = contracts.map(({ provider }) => provider)
  const reports = openReports(flags.report, providers, world)
  const endings: Ending[] = []
  for (const { target, shared, ...one } of verifications) {
    endings.push(world.interrupted.aborted ? 'interrupted' : await verifyOne(one, target, shared, reports, world))
  }
  reports.close()
  return exitCodeOf(endings)
}

type Shared = Omit<VerifyOptions, 'baseUrl' | 'credentials'>

function sharedOptions(
  { contract, pact }: PactOfContract,
  contracts: readonly Contract[],
  { set, budget, rate, timeout }: VerifyFlags,
  world: World,
): Shared {
  const pins = readPins(set, contract, contracts)
  const given = ownValuePointers(pact)
  for (const pointer of pins.keys()) if (!given.has(pointer)) throw new UsageError(fixed(pointer, given, contract))
  return {
    pins,
    clock: world.now,
    signal: world.interrupted,
    ...(budget === undefined ? {} : { budget }),
    ...(rate === undefined ? {} : { rate }),
    ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
  }
}

function fixed(pointer: string, given: ReadonlySet<string>, { provider }: Contract): string {
  const takes = given.size === 0 ? 'it takes no value of the account' : `it takes ${[...given].join(', ')}`
  return `The pact of ${provider} says itself what stands at ${pointer}: ${takes}.`
}

async function verifyOne(
  one: PactOfContract,
  found: ProviderTarget | undefined,
  shared: Shared,
  reports: OpenReports,
  world: World,
): Promise<Ending> {
  const { contract } = one
  const mock = found === undefined ? createMock(contract, { now: world.now }) : undefined
  const server = mock === undefined ? undefined : await serveMock(mock)
  const baseUrl = server?.url(contract.provider) ?? found?.target.baseUrl ?? ''
  world.note(
    `Verifying the pact of ${contract.provider} at ${baseUrl}${mock === undefined ? '' : ' (built-in mock)'}\n`,
  )
  const reached =
    mock === undefined
      ? { credentials: found?.credentials ?? { key: '' } }
      : { credentials: mock.credentials, control: mock.control }
  try {
    return await listened(one, { ...shared, ...reached, baseUrl }, reports, world)
  } finally {
    await server?.close()
  }
}

async function listened(
  { contract, pact }: PactOfContract,
  options: VerifyOptions,
  reports: OpenReports,
  world: World,
): Promise<Ending> {
  const listen = reports.listen(contract.provider)
  let report: Report | undefined
  for await (const event of verifyPact(contract, pact, options)) {
    listen(event)
    if (event.type === 'note') world.note(`  ${event.note.says}\n`)
    if (event.type === 'finished') report = event.report
  }
  return report ?? 'interrupted'
}
