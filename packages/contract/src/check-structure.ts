import SwaggerParser from '@apidevtools/swagger-parser'
import type { ErrorObject } from 'ajv'
import { ContractError } from './contract-error.ts'
import type { Json } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import type { Dialect } from './openapi-version.ts'
import { type Origins, originAt, problemAt } from './origins.ts'
import { plainCopy } from './plain-value.ts'
import { structureValidator } from './structure-validator.ts'

/** So many problems of structure are told at once; the rest mostly follow from them. */
const MAXIMUM_PROBLEMS = 10

/**
 * Checks a document whose references are followed against the OpenAPI schema of its version. Nothing is fetched.
 * @throws ContractError with the places that the schema refuses.
 */
export async function checkStructure(root: Json, dialect: Dialect, origins: Origins, file: string): Promise<void> {
  const document = plainCopy(root)
  const faults = structureValidator(dialect)(document)
  if (faults.length > 0) {
    const problems = telling(faults).map((fault) =>
      problemAt(originAt(root, placeOf(fault), origins), file, sentence(fault)),
    )
    throw new ContractError(problems)
  }
  try {
    // Its own schema check, the same as the one above, compiles the schema anew for every document.
    const options = { resolve: { external: false }, validate: { schema: false } }
    await SwaggerParser.validate(document as Parameters<typeof SwaggerParser.validate>[0], options)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const message = (error.message.split('\n')[0] ?? '').replace(/\.$/, '')
    throw new ContractError([
      problemAt(origins.of(root as object), file, `This is no valid OpenAPI document: ${message}.`),
    ])
  }
}

/** An alternative that fails reports every branch: the deepest places tell what is really wrong. */
function telling(faults: readonly ErrorObject[]): ErrorObject[] {
  const real = faults.filter(
    ({ params, keyword }) => params.missingProperty !== '$ref' && !['oneOf', 'anyOf', 'if', 'not'].includes(keyword),
  )
  const named = real.length > 0 ? real : [...faults]
  const deepest = named.filter(
    ({ instancePath }) => !named.some((other) => other.instancePath.startsWith(`${instancePath}/`)),
  )
  const unique = new Map(deepest.map((fault) => [`${fault.instancePath} ${sentence(fault)}`, fault]))
  return [...unique.values()].slice(0, MAXIMUM_PROBLEMS)
}

/** Of a member too many, the member itself. */
function placeOf({ instancePath, params }: ErrorObject): string {
  const member: unknown = params.additionalProperty ?? params.unevaluatedProperty
  return typeof member === 'string' ? instancePath + formatPointer([member]) : instancePath
}

function sentence({ instancePath, message = 'is not valid', params }: ErrorObject): string {
  const detail = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues ?? params.allowedValue
  const shown = detail === undefined ? '' : ` (${[detail].flat().map(String).join(', ')})`
  return `${instancePath === '' ? 'The document' : instancePath} ${message}${shown}.`
}
