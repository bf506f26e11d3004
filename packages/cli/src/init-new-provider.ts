import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { certify, reportOf } from '@assay/certify'
import { initProvider, type NewProvider, type OriginText } from '@assay/docs-sync'
import { createMock } from '@assay/mock'
import { findCheckout } from './checkout.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** The flags of `assay init`. */
export interface InitFlags {
  readonly from: string
  readonly page: readonly string[]
  readonly operation: readonly string[]
}

/** Larger files are no documents. */
const MAXIMUM_BYTES = 50 * 1024 * 1024

/**
 * Makes a new provider, certifies its mock, and puts its folders in their places; where the mock does not conform, nothing is put anywhere.
 * @returns 0 when it is there, 1 when its mock does not conform.
 * @throws UsageError, InitError, PageError or ContractError, and nothing is written.
 */
export async function initNewProvider(provider: string, flags: InitFlags, world: World): Promise<number> {
  const root = findCheckout(world.folder)
  if (root === undefined)
    throw new UsageError('There is no folder specs/<provider> here or above: init works in a checkout.')
  const origins = [flags.from, ...flags.page].map((file) => originOf(file, world))
  const day = new Date(world.now()).toISOString().slice(0, 10)
  const made = await initProvider({ root, provider, origins, operations: flags.operation, day })
  let fault: string | undefined
  try {
    fault = await faultOfMock(made).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
    if (fault === undefined) await made.keep()
  } finally {
    await made.discard()
  }
  if (fault !== undefined) {
    world.note(`The mock of ${provider} does not conform (${fault}), so nothing was written.\n`)
    return 1
  }
  tell(made, provider, world)
  return 0
}

function originOf(file: string, world: World): OriginText {
  if (/^https?:/i.test(file)) throw new UsageError(`${file} is an address: save the page to a file, and give the file.`)
  const path = resolve(world.folder, file)
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`There is no file ${file}.`)
  if (statSync(path).size > MAXIMUM_BYTES)
    throw new UsageError(`${file} is larger than ${MAXIMUM_BYTES / 1024 / 1024} MiB.`)
  const id = basename(path)
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return { id: id === '' ? 'page' : id, text: readFileSync(path, 'utf8'), place: file }
}

/** The first rule that the mock of a new provider fails, in this process; undefined where it conforms. */
async function faultOfMock({ contract }: NewProvider): Promise<string | undefined> {
  const mock = createMock(contract)
  const report = await reportOf(
    certify(contract, {
      baseUrl: `http://127.0.0.1:1${mock.base}`,
      credentials: mock.credentials,
      accountKnown: true,
      seed: 1,
      transport: (request) => mock.fetch(request),
    }),
  )
  if (report.verdict === 'conforms') return undefined
  const failed = report.rules.find(({ verdict }) => verdict === 'fail')
  if (failed === undefined) return report.reason ?? report.verdict
  return `${failed.id}: ${failed.findings[0]?.says ?? 'failed'}`
}

function tell({ contract, readings, proposals, folders }: NewProvider, provider: string, world: World): void {
  const lines = [
    ...folders.map((folder) => `written: ${folder}/`),
    ...contract.operations.map(
      ({ method, path, rules }) => `${method} ${path}: ${rules.length} rules, its mock conforms`,
    ),
    ...proposals.map((says) => `proposed: ${says}`),
  ]
  world.print(`${lines.join('\n')}\n`)
  for (const { message, place, line } of readings.flatMap(({ problems }) => problems)) {
    world.note(`${line === undefined ? place : `${place}:${line}`}: ${message}\n`)
  }
  world.note(
    `\`npx -y pnpm@10 install\` links the new packages; then \`assay list ${provider}\`, and look at ${join('specs', provider, 'overlay.yaml')}.\n`,
  )
}
