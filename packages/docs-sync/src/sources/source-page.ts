import { isJsonObject, type Json, type SourceDocument } from '@assay/contract'
import { type PageFormat, pageFormats } from '../pages/page-format.ts'

/** A page as sources.yaml knows it. */
export interface SourcePage {
  readonly id: string
  /** Where it is read from; absent where no address is known. */
  readonly url?: string
  readonly format?: PageFormat
  /** The names of the fields, in order, of a page that lost them. */
  readonly names?: readonly string[]
  /** SHA-256 (hex) of the page when it was read last. */
  readonly sha256?: string
  /** The fingerprint of each place when it was read last. */
  readonly fingerprints: Readonly<Record<string, string>>
}

/** The pages of a sources.yaml with what docs-sync keeps of them; what is of another type is as good as absent. */
export function sourcePages({ value }: SourceDocument): readonly SourcePage[] {
  const list = isJsonObject(value) && Array.isArray(value.pages) ? value.pages : []
  return list.filter(isJsonObject).map((page) => {
    const format = pageFormats.find((one) => one === page.format)
    const names = Array.isArray(page.names) ? page.names.map(String) : undefined
    return {
      id: String(page.id),
      ...textMember('url', page.url),
      ...(format === undefined ? {} : { format }),
      ...(names === undefined ? {} : { names }),
      ...textMember('sha256', page.sha256),
      fingerprints: textMembers(page.fields),
    }
  })
}

function textMember<Name extends string>(name: Name, value: Json | undefined): { readonly [key in Name]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as { [key in Name]?: string }) : {}
}

function textMembers(value: Json | undefined): Readonly<Record<string, string>> {
  const entries = isJsonObject(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]))
}
