import { isMap, isScalar, isSeq } from 'yaml'
import { keepYaml } from './keep-yaml.ts'

/** What sources.yaml keeps of a page that was read. */
export interface ReadRecord {
  readonly id: string
  /** ISO 8601 date. */
  readonly read: string
  readonly sha256: string
  readonly fingerprints: Readonly<Record<string, string>>
}

/** The text of a sources.yaml with the pages as they were read now; what else it says of a page stays. */
export function rewriteSources(text: string, pages: readonly ReadRecord[]): string {
  const yaml = keepYaml(text)
  const list = yaml.document.get('pages')
  for (const { id, read, sha256, fingerprints } of pages) {
    const page = isSeq(list) ? list.items.find((item) => isMap(item) && item.get('id') === id) : undefined
    if (!isMap(page)) continue
    page.set('read', read)
    page.set('sha256', sha256)
    const old = page.get('fields')
    const written = isMap(old) ? old.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key))) : []
    // Names that stay keep their order; new ones come where the page has them, after the ones before them.
    const names = Object.keys(fingerprints)
    const order = [...written.filter((name) => names.includes(name))]
    for (const [index, name] of names.entries()) {
      if (order.includes(name)) continue
      const before = names
        .slice(0, index)
        .toReversed()
        .find((one) => order.includes(one))
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name)
    }
    if (!isMap(old)) page.set('fields', yaml.node({}))
    const fields = page.get('fields')
    if (!isMap(fields)) continue
    for (const name of written) if (!names.includes(name)) fields.delete(name)
    for (const name of order) fields.set(name, fingerprints[name] ?? '')
    const rank = (key: unknown) => order.indexOf(isScalar(key) ? String(key.value) : String(key))
    fields.items.sort((one, other) => rank(one.key) - rank(other.key))
  }
  return yaml.write()
}
