import { appendFileSync, rmSync } from 'node:fs'
import type { CertifyEvent } from '@assay/certify'
import { type Output, progress, type Reporter, type ReportFormat, reportFormats } from '@assay/report'
import { loadReporter } from './load-reporter.ts'
import { isModulePath, type ReportRequest, readReportRequest, reportFile } from './report-requests.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** The reports that were asked for, listening. */
export interface OpenReports {
  /** What listens to the run of a provider. */
  listen(provider: string): (event: CertifyEvent) => void
  /** No further run follows. */
  close(): void
}

/** What was asked of the reports. */
export interface ReportFlags {
  readonly report: readonly string[]
  /** The JSON report on stdout. */
  readonly json?: true
  /** No progress on stderr. */
  readonly quiet?: true
}

/**
 * Opens the reports that `--report` names, the terminal's where it names none. A file that was there before is gone: no old report is taken for this run's.
 * @throws UsageError for an unknown format, a file that several providers would share and its format cannot, or that cannot be written, and for two
 * reports on stdout.
 */
export async function openReports(
  { report, json, quiet }: ReportFlags,
  providers: readonly string[],
  world: World,
): Promise<OpenReports> {
  const names = reportFormats.map(({ name }) => name)
  const asked = [...report.map((text) => readReportRequest(text, names, true)), ...(json ? [{ format: 'json' }] : [])]
  const read: readonly ReportRequest[] = asked.length === 0 ? [{ format: 'terminal' }] : asked
  if (read.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('Only one report goes to stdout: give the others a file, such as --report json=report.json.')
  }
  const opened = await Promise.all(
    read.map(async (request) => ({
      ...request,
      format: await formatNamed(request.format, world),
      name: request.format,
    })),
  )
  const alone = opened.find(({ file, format }) => format.alone && file !== undefined && !file.includes('{provider}'))
  if (alone !== undefined && providers.length > 1) {
    throw new UsageError(
      `--report ${alone.name}=${alone.file} is one file for ${providers.length} providers: put {provider} in its name.`,
    )
  }
  // Progress first: it clears its line before a report writes below it.
  const forAll: Reporter[] = quiet ? [] : [progressOn(world, providers.length)]
  const forOne = new Map<string, Reporter[]>(providers.map((provider) => [provider, []]))
  for (const { format, file } of opened) {
    if (file === undefined) forAll.push(format.reporter(stdout(world)))
    else if (file.includes('{provider}'))
      for (const provider of providers)
        forOne.get(provider)?.push(format.reporter(fileOutput(reportFile(file, provider, world.folder), world)))
    else forAll.push(format.reporter(fileOutput(reportFile(file, undefined, world.folder), world)))
  }
  return {
    listen: (provider) => (event) => {
      for (const reporter of [...forAll, ...(forOne.get(provider) ?? [])]) reporter.on(event)
    },
    close() {
      for (const reporter of [...forAll, ...[...forOne.values()].flat()]) reporter.end()
    },
  }
}

async function formatNamed(name: string, world: World): Promise<ReportFormat> {
  const format = reportFormats.find((candidate) => candidate.name === name)
  if (format !== undefined) return format
  if (isModulePath(name)) return loadReporter(name, world.folder)
  throw new UsageError(`There is no report format "${name}".`)
}

function progressOn({ note, noteTerminal = false, width, now }: World, providers: number): Reporter {
  return progress({ write: note, live: noteTerminal, providers, now, ...(noteTerminal ? { width } : {}) })
}

function stdout(world: World): Output {
  const { print, terminal, width, environment } = world
  const colours = environment.NO_COLOR ? false : terminal || Boolean(environment.FORCE_COLOR)
  return { write: print, colours, ...summary(world), ...(terminal ? { width } : {}) }
}

function fileOutput(file: string, world: World): Output {
  rmSync(file, { force: true })
  // Made at once, so that a reporter without anything to say leaves a file too.
  appendFileSync(file, '')
  return { write: (text) => appendFileSync(file, text), ...summary(world) }
}

/** The page that GitHub shows beside a job. */
function summary({ environment }: World): Pick<Output, 'summarise'> {
  const file = environment.GITHUB_STEP_SUMMARY
  return file ? { summarise: (markdown) => appendFileSync(file, markdown) } : {}
}
