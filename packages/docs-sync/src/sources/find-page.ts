import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { decoded, type FetchOptions, fetchPage } from './fetch-page.ts'
import type { SourcePage } from './source-page.ts'
import { NoAddressError, UnreadableError } from './unreadable-error.ts'

/** The text of a page and where it was had from. */
export interface FoundPage {
  readonly text: string
  /** File or URL. */
  readonly place: string
}

/** Where pages are looked for. */
export interface FindOptions extends FetchOptions {
  /** A file, a folder or a URL; the pages' own addresses unless given. */
  readonly from?: string
  readonly provider: string
  /** Whether the provider has one page, which then is the file or URL given. */
  readonly isOnly: boolean
}

/** Most bytes of a file. */
const MAXIMUM_SIZE = 5_000_000

/**
 * The text of a page: from its address, or from where `from` says. In a folder a page is the file `<provider>/<page id>`, `<provider>.<page id>`,
 * `<provider>` or `<page id>`, with any ending.
 * @throws NoAddressError where no address is known, or a file or URL is given for several pages; UnreadableError where the page cannot be had.
 */
export async function findPage(page: SourcePage, options: FindOptions): Promise<FoundPage> {
  const { from, provider, isOnly } = options
  if (from === undefined) {
    if (page.url !== undefined) return { text: await fetchPage(page.url, options), place: page.url }
    throw new NoAddressError(
      `No address is known for the page ${page.id} of ${provider}: save it and give --from FILE, or write its url into specs/${provider}/sources.yaml.`,
    )
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) {
    refuseSeveral(isOnly, from, provider)
    return { text: await fetchPage(from, options), place: from }
  }
  const status = await statusOf(from)
  if (status === undefined) throw new UnreadableError(`There is no file or folder ${from}.`)
  if (status.isDirectory()) {
    const file = await fileIn(from, provider, page.id)
    if (file === undefined) {
      throw new UnreadableError(
        `${from} has no file for the page ${page.id} of ${provider}: call it ${provider}.md, or ${provider}/${page.id}.md.`,
      )
    }
    return { text: await readText(file), place: file }
  }
  refuseSeveral(isOnly, from, provider)
  return { text: await readText(from), place: from }
}

function refuseSeveral(isOnly: boolean, from: string, provider: string): void {
  if (!isOnly)
    throw new NoAddressError(`${from} is one page and ${provider} has several: give a folder with a file for each.`)
}

async function fileIn(folder: string, provider: string, id: string): Promise<string | undefined> {
  const wanted = [join(provider, id), `${provider}.${id}`, provider, id]
  const within = await readdir(folder)
  const below = within.includes(provider) ? await namesIn(join(folder, provider)) : []
  const files = [...below.map((name) => join(provider, name)), ...within].toSorted()
  for (const one of wanted) {
    for (const file of files) {
      const stem = join(file.slice(0, file.length - basename(file).length), basename(file, extname(file)))
      if ((stem === one || file === one) && (await statusOf(join(folder, file)))?.isFile()) return join(folder, file)
    }
  }
  return undefined
}

async function namesIn(path: string): Promise<readonly string[]> {
  return (await statusOf(path))?.isDirectory() ? readdir(path) : []
}

async function statusOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

async function readText(file: string): Promise<string> {
  const status = await statusOf(file)
  // A pipe or a device could keep the reader waiting without end.
  if (!status?.isFile()) throw new UnreadableError(`${file} is not a file.`)
  if (Number(status.size) > MAXIMUM_SIZE) throw new UnreadableError(`${file} has more than ${MAXIMUM_SIZE} bytes.`)
  return decoded(await readFile(file), file)
}
