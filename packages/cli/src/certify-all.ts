import { certify, type Ending, exitCodeOf, type Report } from '@assay/certify'
import type { Contract } from '@assay/contract'
import type { CertifyFlags } from './certify-flags.ts'
import type { LoadedConfig } from './config/read-config.ts'
import { settledReports } from './config/settled-reports.ts'
import { formatPlan } from './format-plan.ts'
import { type OpenReports, openReports, type ReportFlags } from './open-reports.ts'
import { type Certification, type Prepared, prepareCertifications } from './prepare-certifications.ts'
import type { World } from './world.ts'

/** Certifies providers one after the other, tells the reports what happens, and gives the exit code of them all. */
export async function certifyAll(
  contracts: readonly Contract[],
  flags: CertifyFlags,
  loaded: LoadedConfig | undefined,
  world: World,
): Promise<number> {
  const prepared = await prepareCertifications(contracts, flags, loaded, world)
  try {
    const reports = { ...flags, report: settledReports(flags.report, loaded) }
    return flags.plan === true ? showPlans(prepared, world) : await runAll(prepared, reports, world)
  } finally {
    await prepared.close()
  }
}

function showPlans({ certifications }: Prepared, world: World): number {
  for (const { contract, options } of certifications) world.print(formatPlan(contract, options))
  return 0
}

async function runAll({ certifications }: Prepared, asked: ReportFlags, world: World): Promise<number> {
  const reports = await openReports(
    asked,
    certifications.map(({ contract }) => contract.provider),
    world,
  )
  if (!asked.quiet) world.note(`${placesText(certifications)}\n`)
  const endings: Ending[] = []
  for (const certification of certifications) {
    endings.push(world.interrupted.aborted ? 'interrupted' : await runOne(certification, reports))
  }
  reports.close()
  return exitCodeOf(endings)
}

async function runOne({ contract, options }: Certification, reports: OpenReports): Promise<Ending> {
  const listen = reports.listen(contract.provider)
  let report: Report | undefined
  for await (const event of certify(contract, options)) {
    listen(event)
    if (event.type === 'finished') report = event.report
  }
  return report ?? 'interrupted'
}

/** What is about to be certified, and where. */
function placesText(certifications: readonly Certification[]): string {
  return certifications
    .map(
      ({ contract, options, builtIn }) =>
        `Certifying ${contract.provider} at ${options.baseUrl}${builtIn ? ' (built-in mock)' : ''}`,
    )
    .join('\n')
}
