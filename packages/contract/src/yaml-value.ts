import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { isJsonObject, type Json } from './json.ts'
import { parseNumber } from './json-text.ts'
import { MAXIMUM_DEPTH } from './yaml-depth.ts'

/** How many values all aliases of a document may bring together: an alias bomb needs far more. */
const MAXIMUM_ALIASED_VALUES = 50_000
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const JSON_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
)

/** Says that a YAML node has no JSON value. */
export class YamlValueError extends Error {
  /** Where the node begins, in UTF-16 code units from the beginning of the text. */
  readonly offset: number

  constructor(node: Node, message: string) {
    super(message)
    this.offset = node.range?.[0] ?? 0
  }
}

/**
 * The JSON value of a YAML node; aliases and merge keys (`<<`) are followed, each use getting a copy of its own.
 * @throws YamlValueError for duplicate keys, keys that are no text, aliases that multiply, and values that JSON does not have.
 */
export function yamlValue(root: Node): Json {
  const anchors = new Map<string, Node>()
  const open = new Set<Node>()
  let aliased = 0
  let insideAliases = 0

  const convert = (node: Node, depth: number): Json => {
    if (insideAliases > 0 && ++aliased > MAXIMUM_ALIASED_VALUES) {
      throw new YamlValueError(
        node,
        `The aliases stand for more than ${MAXIMUM_ALIASED_VALUES} values, write them out.`,
      )
    }
    if (depth > MAXIMUM_DEPTH)
      throw new YamlValueError(node, `The aliases nest more than ${MAXIMUM_DEPTH} levels deep.`)
    if (isAlias(node)) return followed(node, depth)
    if (node.tag !== undefined && !JSON_TAGS.has(node.tag)) {
      throw new YamlValueError(node, `The tag ${node.tag} has no meaning in JSON, leave it out.`)
    }
    if (insideAliases === 0 && 'anchor' in node && node.anchor) anchors.set(node.anchor, node)
    if (isScalar(node)) return scalarValue(node)
    open.add(node)
    const value = isMap(node) ? mapValue(node, depth) : isSeq(node) ? sequenceValue(node, depth) : null
    open.delete(node)
    return value
  }

  const followed = (alias: Alias, depth: number): Json => {
    const target = anchors.get(alias.source)
    if (target === undefined) throw new YamlValueError(alias, `The alias *${alias.source} has no anchor before it.`)
    if (open.has(target)) throw new YamlValueError(alias, `The alias *${alias.source} stands inside what it names.`)
    insideAliases += 1
    const value = convert(target, depth)
    insideAliases -= 1
    return value
  }

  const sequenceValue = (node: YAMLSeq, depth: number): Json =>
    node.items.map((item) => convert(item as Node, depth + 1))

  const mapValue = (node: YAMLMap, depth: number): Json => {
    const object: Record<string, Json> = {}
    const merged: Json[] = []
    for (const { key, value } of node.items) {
      const name = keyText(key as Node | null, node, anchors)
      const member = value === null ? null : convert(value as Node, depth + 1)
      if (name === '<<' && isScalar(key) && key.type === 'PLAIN') {
        merged.push(...(Array.isArray(member) ? member : [member]))
      } else if (Object.hasOwn(object, name)) {
        throw new YamlValueError(key as Node, `The key "${name}" stands here twice.`)
      } else {
        object[name] = member
      }
    }
    for (const source of merged) {
      if (!isJsonObject(source)) throw new YamlValueError(node, 'A merge key (<<) takes objects only.')
      for (const [name, member] of Object.entries(source)) {
        if (!Object.hasOwn(object, name)) object[name] = member
      }
    }
    return object
  }

  return convert(root, 0)
}

/** The text of a mapping's key. */
export function keyText(key: Node | null, map: Node, anchors?: ReadonlyMap<string, Node>): string {
  const node = isAlias(key) ? anchors?.get(key.source) : key
  if (!isScalar(node) || node.value === null) throw new YamlValueError(key ?? map, 'A key must be text.')
  const name = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  // Assigning it would change an object's prototype instead of adding a member.
  if (name === '__proto__') throw new YamlValueError(node, '"__proto__" may not be used as a key.')
  return name
}

function scalarValue(node: Scalar): Json {
  const { value, source } = node
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (source !== undefined && JSON_NUMBER.test(source)) return parseNumber(source)
  const number = Number(value)
  if (Number.isFinite(number)) return number
  throw new YamlValueError(node, `${source ?? 'This value'} is not a JSON number.`)
}
