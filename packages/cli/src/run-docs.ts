import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nearestName } from '@assay/contract'
import {
  checkExitCode,
  checkProvider,
  type DriftOutcome,
  driftReportFormats,
  recoverFiles,
  updateProvider,
} from '@assay/docs-sync'
import { findCheckout, providersOf } from './checkout.ts'
import { credentialsStruckOut } from './credentials-struck-out.ts'
import { readReportRequest, reportFile } from './report-requests.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** What `assay docs check` or `update` was asked for. */
export interface DocsRequest {
  readonly provider?: string | undefined
  readonly from?: string
  readonly report?: readonly string[]
  /** Seconds. */
  readonly timeout?: number
  readonly setAside?: boolean
  readonly isUpdate: boolean
}

/**
 * Checks or updates providers of a checkout one after the other, writes the reports and gives the exit code.
 * @throws UsageError outside a checkout, for an unknown provider or report format.
 */
export async function runDocs(request: DocsRequest, world: World): Promise<number> {
  const root = findCheckout(world.folder)
  if (root === undefined)
    throw new UsageError('There is no folder specs/<provider> here or above: docs works in a checkout.')
  const { timeout = 20 } = request
  if (!(timeout > 0 && timeout <= 600)) throw new UsageError('--timeout takes seconds, more than 0 and at most 600.')
  const names = driftReportFormats.map(({ name }) => name)
  const asked = request.report ?? []
  const reports = (asked.length === 0 ? ['terminal'] : asked).map((text) => readReportRequest(text, names))
  if (reports.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('Only one report goes to stdout: give the others a file, such as --report markdown=drift.md.')
  }
  const providers = chosen(request.provider, providersOf(root))
  if (request.from !== undefined && providers.length > 1 && !isFolder(placeOf(request.from, world))) {
    throw new UsageError(
      `--from ${request.from} is one page for ${providers.length} providers: name the provider, or give a folder.`,
    )
  }
  const files = reports.flatMap(({ format, file }) =>
    file === undefined ? [] : [{ format, path: reportFile(file, providers.join('+'), world.folder) }],
  )
  if (recoverFiles(root)) world.note('An update that was interrupted has been undone.\n')
  const outcomes: DriftOutcome[] = []
  for (const provider of providers) {
    if (world.interrupted.aborted) return 130
    const options = {
      root,
      folder: join(root, 'specs', provider),
      today: new Date(world.now()).toISOString().slice(0, 10),
      timeout: timeout * 1000,
      signal: world.interrupted,
      ...(request.from === undefined ? {} : { from: placeOf(request.from, world) }),
    }
    if (request.isUpdate) {
      const { check, ...updated } = await updateProvider({ ...options, setAside: request.setAside === true })
      outcomes.push({ check, updated })
    } else outcomes.push({ check: await checkProvider(options) })
  }
  if (world.interrupted.aborted) return 130
  const clean = await credentialsStruckOut(world)
  const textOf = (format: string, colours: boolean): string =>
    clean(driftReportFormats.find(({ name }) => name === format)?.write(outcomes, { colours }) ?? '')
  for (const { format, path } of files) writeFileSync(path, textOf(format, false))
  const colours = world.environment.NO_COLOR ? false : world.terminal || Boolean(world.environment.FORCE_COLOR)
  for (const { format, file } of reports) if (file === undefined) world.print(textOf(format, colours))
  const code = checkExitCode(outcomes.map(({ check }) => check))
  if (!request.isUpdate || code > 1) return code
  return outcomes.some(({ updated }) => updated?.refused !== undefined) ? 1 : 0
}

function chosen(provider: string | undefined, known: readonly string[]): readonly string[] {
  if (provider === undefined) return known
  if (known.includes(provider)) return [provider]
  const near = nearestName(provider, known)
  throw new UsageError(
    `There is no provider "${provider}". ${near === undefined ? `Known: ${known.join(', ') || 'none'}.` : `Did you mean "${near}"?`}`,
  )
}

function isFolder(place: string): boolean {
  return existsSync(place) && statSync(place).isDirectory()
}

/** A path is relative to where the command was started; a URL is none. */
function placeOf(from: string, world: World): string {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(from) ? from : resolve(world.folder, from)
}
