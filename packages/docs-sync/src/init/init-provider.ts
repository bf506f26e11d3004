import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generateClient } from '@assay/codegen'
import {
  type Contract,
  ContractError,
  type Contradiction,
  formatContract,
  type JsonObject,
  readContract,
  stringifyJson,
} from '@assay/contract'
import { ruleKinds } from '@assay/rules'
import { stringify } from 'yaml'
import { fingerprintsOf } from '../pages/fingerprints-of.ts'
import { formatSources } from '../pages/format-sources.ts'
import type { PageReading } from '../pages/page-reading.ts'
import { sourcesOf } from '../pages/sources-of.ts'
import { titleOfId } from '../pages/title-of-id.ts'
import { type FoundOperation, operationsOf } from '../structure/operations-of.ts'
import { chooseOperations } from './choose-operations.ts'
import { cutDocument } from './cut-document.ts'
import { InitError } from './init-error.ts'
import { overlayText } from './overlay-text.ts'
import { actionOf, type Proposal } from './propose/proposal.ts'
import { proposeAlternatives } from './propose/propose-alternatives.ts'
import { proposeFormats } from './propose/propose-formats.ts'
import { proposeLimits } from './propose/propose-limits.ts'
import { proposeReadings } from './propose/propose-readings.ts'
import { proposeRoles } from './propose/propose-roles.ts'
import { proposeSigning } from './propose/propose-signing.ts'
import { type OriginText, readOrigins } from './read-origins.ts'
import { readmeText } from './readme-text.ts'
import { suiteFiles } from './suite-files.ts'
import { withoutProse } from './without-prose.ts'

/** How often a reading is tried with more corrections. */
const MAXIMUM_ROUNDS = 6

/** What a new provider is made of. */
export interface InitOptions {
  /** The folder that holds `specs/`, `packages/` and `conformance/`. */
  readonly root: string
  readonly provider: string
  /** The documents: pages or OpenAPI files, the first one leading. */
  readonly origins: readonly OriginText[]
  /** `operationId`s, paths or `METHOD /path`; empty for the only one there is. */
  readonly operations: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly day: string
}

/** A new provider that stands ready beside its place: `keep` puts its folders there, `discard` leaves nothing behind. */
export interface NewProvider {
  readonly contract: Contract
  readonly readings: readonly PageReading[]
  /** What the overlay proposes, a sentence each. */
  readonly proposals: readonly string[]
  /** The folders, from the root. */
  readonly folders: readonly string[]
  readonly keep: () => Promise<void>
  readonly discard: () => Promise<void>
}

/**
 * Makes the folders of a new provider from its documents: spec, overlay with the corrections the documents prove, contract, client and suite.
 * They stand in a folder of their own until they are kept; where anything fails, nothing stays.
 * @throws InitError for a wrong name, a folder that is there already, an open choice of operations; PageError and ContractError where the documents
 * cannot be read.
 */
export async function initProvider(options: InitOptions): Promise<NewProvider> {
  const { root, provider } = options
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(provider) || provider.length > 40) {
    throw new InitError(
      `"${provider}" is no id of a provider: up to 40 lower-case letters, digits and single dashes, a letter first.`,
    )
  }
  const folders = [`specs/${provider}`, `packages/clients/${provider}`, `conformance/${provider}`]
  const taken = folders.find((folder) => existsSync(join(root, folder)))
  if (taken !== undefined)
    throw new InitError(`${taken} is there already: nothing is overwritten, choose another id or remove it.`)
  const staging = await mkdtemp(join(root, '.assay-init-'))
  try {
    const made = await make(options, staging)
    const keep = async (): Promise<void> => moveAll(staging, root, folders)
    return { ...made, folders, keep, discard: () => rm(staging, { recursive: true, force: true }) }
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    throw withoutStaging(error, staging)
  }
}

/** An error that names files where they would have been. */
function withoutStaging(error: unknown, staging: string): unknown {
  if (!(error instanceof ContractError)) return error
  return new ContractError(
    error.problems.map((problem) => ({ ...problem, file: problem.file.replace(`${staging}/`, '') })),
  )
}

async function make(
  options: InitOptions,
  staging: string,
): Promise<Pick<NewProvider, 'contract' | 'readings' | 'proposals'>> {
  const { provider, origins, operations: wanted, day } = options
  const { document, readings, place } = readOrigins(origins)
  const chosen = chooseOperations(document, wanted, place)
  const said = cutDocument(document, chosen, place)
  const page = readings[0]?.id ?? 'openapi'
  const title = titleOfId(provider)
  const bare = withoutProse(said, title, page)
  const ofCut = chooseOperations(
    said,
    chosen.map(({ method, path }) => `${method} ${path}`),
    place,
  )
  let proposals: readonly Proposal[] = [
    ...proposeSigning(said, ofCut),
    ...proposeFormats(said),
    ...proposeAlternatives(said),
    ...ofCut.flatMap((operation) => proposeLimits(said, operation)),
    ...ofCut.flatMap((operation) => proposeRoles(said, operation)),
  ]
  const folder = join(staging, 'specs', provider)
  const fields = fingerprintsOf({ document: said, lines: new Map(), rest: '', problems: [] })
  const ours = problemsOf(readings, document, chosen)
  const own = ours.map((reading, index) =>
    index === 0 ? { ...reading, fingerprints: { ...fields, ...pick(reading) } } : reading,
  )
  await put(folder, 'openapi.yaml', openapiText(bare))
  await put(folder, 'sources.yaml', formatSources(sourcesOf(sourcesHead(provider, own), own, day)))
  const putOverlay = (list: readonly Proposal[]): Promise<void> =>
    put(
      folder,
      'overlay.yaml',
      overlayText(
        title,
        list.map((proposal) => actionOf(proposal, page)),
      ),
    )
  let contract: Contract | undefined
  for (let round = 0; contract === undefined; round += 1) {
    await putOverlay(proposals)
    try {
      contract = await readContract(folder, { kinds: ruleKinds })
    } catch (error) {
      const more = await readingsFor(error, folder, bare, round, proposals)
      proposals = [...proposals, ...more]
    }
  }
  await put(folder, 'contract.json', formatContract(contract))
  const sentences = [...new Set(proposals.map(({ says }) => says))]
  await put(folder, 'README.md', readmeText(contract, own, sentences))
  for (const [path, text] of await generateClient(contract))
    await put(join(staging, 'packages/clients', provider), path, text)
  for (const [path, text] of suiteFiles(contract)) await put(join(staging, 'conformance', provider), path, text)
  return { contract, readings: own, proposals: sentences }
}

/** The readings without what they tell of operations that were not chosen. */
function problemsOf(
  readings: readonly PageReading[],
  document: JsonObject,
  chosen: readonly FoundOperation[],
): readonly PageReading[] {
  const names = (list: readonly FoundOperation[]): readonly string[] =>
    list.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  const kept = names(chosen)
  const others = names(operationsOf(document)).filter((name) => !kept.includes(name))
  const isOurs = (message: string): boolean =>
    kept.some((name) => message.includes(name)) || !others.some((name) => message.includes(name))
  return readings.map((reading) => ({
    ...reading,
    problems: reading.problems.filter(({ message }) => isOurs(message)),
  }))
}

/** Only the text around the document is a page's own fingerprint once an operation is chosen. */
function pick(reading: PageReading): Readonly<Record<string, string>> {
  const { page } = reading.fingerprints
  return page === undefined ? {} : { page }
}

/**
 * The corrections that a refused contract still needs.
 * @throws what was refused, where no correction helps.
 */
async function readingsFor(
  error: unknown,
  folder: string,
  document: JsonObject,
  round: number,
  known: readonly Proposal[],
): Promise<readonly Proposal[]> {
  if (!(error instanceof ContractError) || round >= MAXIMUM_ROUNDS) throw error
  const contradicted = error.problems.filter(({ message }) =>
    message.startsWith('The corrected contract contradicts its example at '),
  )
  if (contradicted.length === 0) throw error
  const { contradictions } = await readContract(join(folder, 'openapi.yaml'), { kinds: ruleKinds })
  const told = contradicted.map(({ message }) => message)
  const listed = contradictions.filter(({ example, says }) =>
    told.some((message) => message.includes(` at ${example}. ${says}`)),
  )
  // What only the corrected contract contradicts, no schema of the documents can be widened for.
  const open = listed.length > 0 ? listed : told.flatMap(contradictionOf)
  const keys = new Set(known.map(keyOf))
  const added = proposeReadings(document, open, round >= 2).filter((proposal) => !keys.has(keyOf(proposal)))
  if (added.length > 0) return added
  const last = proposeReadings(document, open, true).filter((proposal) => !keys.has(keyOf(proposal)))
  if (last.length === 0) throw error
  return last
}

function contradictionOf(message: string): readonly Contradiction[] {
  const match = / at (\/.*?)\. (The example is refused: .*)$/s.exec(message)
  if (match?.[1] === undefined || match[2] === undefined) return []
  return [{ example: match[1], at: '', keyword: '', says: match[2] }]
}

function keyOf({ at, update }: Proposal): string {
  return `${at} ${JSON.stringify(update ?? null)}`
}

function openapiText(document: JsonObject): string {
  const head =
    '# What the documents say, contradictions included, without their words. Corrections stand in overlay.yaml.\n'
  return `${head}${stringify(JSON.parse(stringifyJson(document)), { lineWidth: 120, singleQuote: true, aliasDuplicateObjects: false })}`
}

function sourcesHead(provider: string, readings: readonly PageReading[]): JsonObject {
  return { provider, pages: readings.map(({ id }) => ({ id, title: titleOfId(id), url: null })) }
}

async function put(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Moves the finished folders to their places; where one cannot be moved, those that were are taken back. */
async function moveAll(staging: string, root: string, folders: readonly string[]): Promise<void> {
  const moved: string[] = []
  try {
    for (const folder of folders) {
      const target = join(root, folder)
      if (existsSync(target))
        throw new InitError(`${folder} is there now, and was not when this began: nothing is overwritten.`)
      await mkdir(dirname(target), { recursive: true })
      await rename(join(staging, folder), target)
      moved.push(target)
    }
  } catch (error) {
    for (const target of moved) await rm(target, { recursive: true, force: true })
    throw error
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}
