import { z } from 'zod'
import type { Page } from './contract.ts'
import { ContractError } from './contract-error.ts'
import { formatPointer } from './json-pointer.ts'
import type { SourceDocument } from './source-document.ts'
import { withoutUndefined } from './without-undefined.ts'

const page = z
  .object({
    id: z.string().min(1),
    title: z.string(),
    url: z.string().nullish(),
    read: z.string().nullish(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex is needed')
      .nullish(),
  })
  .transform(({ id, title, url, read, sha256 }): Page => {
    const optional = { url: url ?? undefined, read: read ?? undefined, sha256: sha256 ?? undefined }
    return { id, title, ...(withoutUndefined(optional) as Partial<Page>) }
  })
const sources = z.object({ pages: z.array(page).min(1) })

/**
 * The pages that `sources.yaml` lists; what else it says of them is not the contract's.
 * @throws ContractError with file and line.
 */
export function readSources(document: SourceDocument): readonly Page[] {
  const result = sources.safeParse(document.value)
  if (result.success) return result.data.pages
  throw new ContractError(
    result.error.issues.map(({ path, message }) => {
      const pointer = formatPointer(path.map((name) => (typeof name === 'symbol' ? String(name) : name)))
      const place = pointer === '' ? '' : ` at ${pointer}`
      return {
        message: `The list of pages is wrong${place}: ${message}.`,
        file: document.file,
        ...document.place(pointer),
      }
    }),
  )
}
