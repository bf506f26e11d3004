import { isJsonObject, type JsonObject } from '@assay/contract'
import { resolve } from './resolve.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** One operation of an OpenAPI document. */
export interface FoundOperation {
  readonly method: string
  readonly path: string
  readonly operation: JsonObject
  /** The Path Item it stands in. */
  readonly item: JsonObject
}

/** Every operation of an OpenAPI document, in the order of its paths. */
export function operationsOf(document: JsonObject): readonly FoundOperation[] {
  const paths = isJsonObject(document.paths) ? document.paths : {}
  return Object.entries(paths).flatMap(([path, entry]) => {
    const item = resolve(document, entry) ?? {}
    return METHODS.flatMap((method) => {
      const operation = item[method]
      return isJsonObject(operation) ? [{ method, path, operation, item }] : []
    })
  })
}
