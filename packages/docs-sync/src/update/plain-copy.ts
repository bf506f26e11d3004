import { isJsonObject, type Json } from '@assay/contract'
import { type DocumentNode, member } from '../drift/document-node.ts'
import { isOurs, type Kind, kindOfMember } from './document-kinds.ts'

/** How a new place is described: a sentence of ours that says where to read on. */
export type Describe = (place: string) => string

/**
 * What a page says at a place, without its words: structure, names, values, examples. References are followed; one that leads back into itself stays, and its
 * pointer is added to `kept`, for the document to have what it names.
 * @param place The place by the name it has in sources.yaml.
 */
export function plainCopy(node: DocumentNode, kind: Kind, place: string, describe: Describe, kept: Set<string>): Json {
  return copy(node, kind, place, { describe, kept, open: new Set() })
}

interface Copying {
  readonly describe: Describe
  readonly kept: Set<string>
  readonly open: ReadonlySet<string>
}

function copy(node: DocumentNode, kind: Kind, place: string, copying: Copying): Json {
  const { value } = node
  if (copying.open.has(node.pointer)) {
    copying.kept.add(node.pointer)
    return { $ref: `#${node.pointer}` }
  }
  const within = { ...copying, open: new Set([...copying.open, node.pointer]) }
  if (Array.isArray(value)) {
    const below = kindOfMember(kind, '*')
    return value.map((item: Json, index) =>
      below === undefined ? item : copy(member(node, index), below, place, within),
    )
  }
  if (!isJsonObject(value)) return value ?? null
  const entries = Object.keys(value)
    .filter((name) => !isOurs(kind, name))
    .map((name): [string, Json] => {
      const below = kindOfMember(kind, name)
      if (below === undefined) return [name, value[name] ?? null]
      return [name, copy(member(node, name), below, placeBelow(kind, place, name), within)]
    })
  const words = needsWords(kind, place) ? [['description', copying.describe(place)] as [string, Json]] : []
  return Object.fromEntries([...words, ...entries])
}

/** A Response Object must be described (OpenAPI 3.x); a member or parameter had better be. An alternative or a whole body stands beside what describes it. */
function needsWords(kind: Kind, place: string): boolean {
  return (
    kind === 'response' ||
    kind === 'parameter' ||
    (kind === 'schema' && /^(?:[A-Z]+ \S+ )?(?:request|response\/[^/]+)\/./.test(place))
  )
}

/** The name of a place below another. */
export function placeBelow(kind: Kind, place: string, name: string): string {
  if (kind === 'schemas' || kind === 'responses') return `${place}/${name}`
  if (kind === 'headers') return `${place}/header/${name}`
  return kind === 'schema' && name === 'items' ? `${place}/items` : place
}
