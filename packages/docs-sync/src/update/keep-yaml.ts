import { isJsonObject, type Json, JsonNumber } from '@assay/contract'
import {
  type CollectionTag,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  visit,
  type YAMLMap,
} from 'yaml'

/** A YAML text that can be changed and written again with all that was not changed as it stood: comments, order, line breaks, quotes. */
export interface KeptYaml {
  readonly document: Document
  /** A node for a JSON value, its numbers with every digit. */
  readonly node: (value: Json) => Node
  /** The text with the changes made to the document. */
  readonly write: () => string
}

/** Reads a YAML text for changing. The text has been read and refused by others where it is no YAML. */
export function keepYaml(text: string): KeptYaml {
  const sources = new WeakMap<Node, { readonly text: string; readonly value: string }>()
  const asItStood = (node: unknown): string | undefined => {
    const source = isNode(node) ? sources.get(node) : undefined
    return source !== undefined && isNode(node) && source.value === valueText(node) ? source.text : undefined
  }
  const document = parseDocument(text, { customTags: (tags) => tags.map((tag) => keeping(tag, asItStood)) as Tags })
  visit(document, (_, node) => {
    if (!isNode(node) || isAlias(node) || !node.range) return
    // A block collection is written line by line; what stands in it keeps its own text.
    if (isCollection(node) && !node.flow) return
    sources.set(node, { text: text.slice(node.range[0], node.range[1]).trimEnd(), value: valueText(node) })
  })
  const exact = (value: Json): unknown => {
    if (value instanceof JsonNumber) {
      const scalar = new Scalar(value.valueOf())
      sources.set(scalar, { text: value.text, value: valueText(scalar) })
      return scalar
    }
    if (Array.isArray(value)) return value.map(exact)
    return isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, exact(one)]))
      : value
  }
  const node = (value: Json): Node => document.createNode(exact(value))
  return {
    document,
    node,
    write: () => document.toString({ lineWidth: 120, flowCollectionPadding: true, singleQuote: true }),
  }
}

type StringifyContext = NonNullable<Parameters<YAMLMap['toString']>[0]>

function keeping(tag: Tags[number], asItStood: (node: unknown) => string | undefined): Tags[number] {
  if (typeof tag === 'string') return tag
  if (isCollectionTag(tag)) {
    const padding = tag.collection === 'seq' ? '' : ' '
    const write = (item: unknown, context: object, onComment?: () => void, onChompKeep?: () => void): string => {
      const padded = { ...context, flowCollectionPadding: padding } as StringifyContext
      return asItStood(item) ?? (item as YAMLMap).toString(padded, onComment, onChompKeep)
    }
    return { ...tag, stringify: write } as unknown as CollectionTag
  }
  const { stringify } = tag
  if (stringify === undefined) return tag
  return { ...tag, stringify: (item, ...rest) => asItStood(item) ?? stringify(item, ...rest) }
}

function isCollectionTag(tag: CollectionTag | ScalarTag): tag is CollectionTag {
  return 'collection' in tag && tag.collection !== undefined
}

/** What a node says, as one text. */
function valueText(node: Node): string {
  if (isScalar(node)) return `${typeof node.value}:${String(node.value)}`
  if (isSeq(node)) return `[${node.items.map(partText).join()}]`
  if (isMap(node)) return `{${node.items.map(partText).join()}}`
  return ''
}

function partText(part: unknown): string {
  if (isPair(part)) return `${partText(part.key)}=${partText(part.value)}`
  return isNode(part) ? valueText(part) : String(part)
}
