import type { Operation } from '@assay/contract'
import type { Draft } from '@assay/rules'

/**
 * The headers of a request as they may be shown: one that authenticates as its template, because what fills it is nobody's to see, and a wrong key is
 * made from the right one.
 * @param clean takes credentials and signatures out of a text
 */
export function shownRequestHeaders(
  operation: Operation,
  { fault }: Draft,
  headers: { readonly [name: string]: string },
  clean: (text: string) => string,
): { readonly [name: string]: string } {
  const templates = new Map(
    (operation.signing?.headers ?? []).map(({ name, template }) => [name.toLowerCase(), template]),
  )
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const template = templates.get(name.toLowerCase())
      return [name, template === undefined ? clean(value) : filled(template, fault)]
    }),
  )
}

function filled(template: string, fault: Draft['fault']): string {
  const said = template
    .replaceAll('{key}', '<key>')
    .replaceAll('{signature}', '<signature>')
    .replaceAll('{timestamp}', '<timestamp>')
  return fault === undefined ? said : `${said} (${fault})`
}
