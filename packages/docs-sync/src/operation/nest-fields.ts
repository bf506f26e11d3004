import type { JsonObject } from '@assay/contract'
import type { FieldDraft } from './operation-draft.ts'

/** A field under the path of its names, as a flat list shows it; `items` of an array are passed over. */
export interface FlatField extends Omit<FieldDraft, 'name' | 'children'> {
  readonly path: readonly string[]
}

interface Growing {
  name: string
  schema: JsonObject
  required?: boolean
  line: number
  children: Growing[]
}

/** A flat list of fields as a tree, in its order; a parent that the list leaves out is an object. Of two fields of one name `tell` hears. */
export function nestFields(
  flat: readonly FlatField[],
  tell: (message: string, line: number) => void,
): readonly FieldDraft[] {
  const root: Growing[] = []
  for (const { path, ...field } of flat) {
    let level = root
    for (const name of path.slice(0, -1)) {
      let parent = level.find((one) => one.name === name)
      if (parent === undefined) {
        parent = { name, schema: { type: 'object' }, line: field.line, children: [] }
        level.push(parent)
      }
      level = parent.children
    }
    const name = path.at(-1) ?? ''
    const known = level.find((one) => one.name === name)
    if (known === undefined) level.push({ ...field, name, children: [] })
    else if (JSON.stringify(known.schema) !== JSON.stringify(field.schema)) {
      tell(
        `The field "${path.join('.')}" stands on the page twice with different words; the first is taken.`,
        field.line,
      )
    }
  }
  return root
}

/** The names of a path such as `currency.iso`, `items[].price` or `data[iso]`. */
export function fieldPath(name: string): readonly string[] {
  const parts = name
    .replaceAll(/\[(?:\d*|n|i)\]/g, '')
    .replaceAll(/\[(['"]?)([\w-]+)\1\]/g, '.$2')
    .split('.')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length === 0 ? [name] : parts
}
