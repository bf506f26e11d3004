import { ContractError } from './contract-error.ts'
import { isJsonObject } from './json.ts'
import type { SourceDocument } from './source-document.ts'

/** The two generations of OpenAPI that a contract is read from: their schemas are written in different dialects. */
export type Dialect = '3.0' | '3.1'

/**
 * The dialect of an OpenAPI document.
 * @throws ContractError for Swagger 2.0, OpenAPI 3.2 and later, and documents of another kind.
 */
export function openapiVersion(document: SourceDocument): Dialect {
  const { value, file } = document
  const refuse = (pointer: string, message: string): never => {
    throw new ContractError([{ message, file, ...document.place(pointer) }])
  }
  if (!isJsonObject(value))
    return refuse('', 'An OpenAPI document is an object with the member "openapi", this is none.')
  if (Object.hasOwn(value, 'swagger')) {
    return refuse('/swagger', 'This is a Swagger 2.0 document, convert it to OpenAPI 3.0 or 3.1 first.')
  }
  const version = Object.hasOwn(value, 'openapi') ? value.openapi : undefined
  if (version === undefined) return refuse('', 'This is no OpenAPI document: the member "openapi" is missing.')
  if (typeof version !== 'string') return refuse('/openapi', 'The OpenAPI version must be text such as "3.1.0".')
  const generation = /^(3\.[01])\.\d+$/.exec(version)?.[1]
  if (generation === '3.0' || generation === '3.1') return generation
  return refuse('/openapi', `OpenAPI ${version.slice(0, 20)} is not read, only 3.0 and 3.1.`)
}
