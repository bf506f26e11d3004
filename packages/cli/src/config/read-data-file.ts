import { readFileSync } from 'node:fs'
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { UsageError } from '../usage-error.ts'
import { type ConfigSource, type Place, placeText } from './config-source.ts'

/**
 * Reads a config in YAML or JSON, which is YAML too, with the place of everything in it.
 * @throws UsageError with line and column, where it is neither.
 */
export function readDataFile(path: string, file: string): ConfigSource {
  const lines = new LineCounter()
  const document = parseDocument(textOf(path, file), { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const [error] = document.errors
  if (error !== undefined) {
    throw new UsageError(`${file}:${placeTextOf(placeAt(error.pos[0]))}: ${error.message.replace(/\.?$/, '.')}`)
  }
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true)
    return isNode(node) ? node : undefined
  }
  const source: ConfigSource = {
    file,
    // An alias bomb ends here and not in memory.
    value: valueIn(() => document.toJS({ maxAliasCount: 20 }), file),
    place(path, name) {
      const node = nodeAt(path)
      const key =
        name === undefined || !isMap(node)
          ? undefined
          : node.items.map((item) => item.key).find((one) => isScalar(one) && String(one.value) === name)
      const offset = (isNode(key) ? key : node)?.range?.[0]
      return offset === undefined ? undefined : placeAt(offset)
    },
    numberText(path) {
      const node = nodeAt(path)
      return isScalar(node) && typeof node.value === 'number' ? node.source : undefined
    },
  }
  if (source.value === null || typeof source.value !== 'object' || Array.isArray(source.value))
    throw new UsageError(`${placeText(source, undefined)} holds no settings: a config is settings by name.`)
  return source
}

function textOf(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: check that it is a file you may read.`, { cause: error })
  }
}

function valueIn(read: () => unknown, file: string): unknown {
  try {
    return read()
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function placeTextOf({ line, column }: Place): string {
  return `${line}:${column}`
}
