import type { SigningProfile } from '@assay/signing'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { Parameter } from './operation.ts'
import { readSchema } from './read-body.ts'
import type { Reading } from './reading.ts'

/** Headers that OpenAPI describes elsewhere (OpenAPI 3.1, Parameter Object). */
const DESCRIBED_ELSEWHERE = ['accept', 'content-type', 'authorization']

/** The parameters of an operation: its own, and those of its path that it does not replace; without the headers that carry key and signature. */
export function readParameters(
  path: JsonObject,
  operation: JsonObject,
  signing: SigningProfile | undefined,
  reading: Reading,
): Parameter[] {
  const signed = signing?.headers.map(({ name }) => name.toLowerCase()) ?? []
  const listed = [path.parameters, operation.parameters]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .filter(isJsonObject)
  const unique = new Map(
    listed.map((parameter: JsonObject) => [`${String(parameter.in)} ${String(parameter.name)}`, parameter]),
  )
  return [...unique.values()].flatMap((parameter) => {
    const { name, in: place } = parameter
    if (typeof name !== 'string' || (place !== 'query' && place !== 'path' && place !== 'header' && place !== 'cookie'))
      return []
    if (place === 'header' && [...signed, ...DESCRIBED_ELSEWHERE].includes(name.toLowerCase())) return []
    const [media] = isJsonObject(parameter.content) ? Object.values(parameter.content) : []
    const holder = [parameter, media].find((one: Json | undefined) => isJsonObject(one) && Object.hasOwn(one, 'schema'))
    const schema = isJsonObject(holder) ? (readSchema(holder, 'schema', 'request', reading) ?? true) : true
    return [{ name, in: place, required: parameter.required === true || place === 'path', schema }]
  })
}
