import { formatPointer, isJsonObject, type Json, type JsonObject, parsePointer } from '@assay/contract'
import type { FoundOperation } from '../../structure/operations-of.ts'
import { resolve } from '../../structure/resolve.ts'
import type { Proposal } from './proposal.ts'

const LIMIT =
  /\b(\d{1,6}) characters or (?:less|fewer)|(?:at most|maximum(?: length)?(?: of| is)?|(?:no|not) (?:more|longer) than|up to|(?:not )?exceed|less than or equal to) (\d{1,6}) characters/i
/** Error texts are sentences. */
const MAXIMUM_TEXT = 500

interface ErrorText {
  readonly text: string
  readonly name: string
  readonly status: string
  readonly isExample: boolean
}

/** Longest lengths that only a documented error tells: `maxLength` of the field, answered with that error. */
export function proposeLimits(document: JsonObject, { method, path, operation }: FoundOperation): readonly Proposal[] {
  const body = resolve(document, operation.requestBody)
  const [media, entry] = Object.entries(isJsonObject(body?.content) ? body.content : {})[0] ?? []
  if (media === undefined || !isJsonObject(entry) || !isJsonObject(entry.schema)) return []
  const reference = typeof entry.schema.$ref === 'string' ? parsePointer(entry.schema.$ref.slice(1)) : undefined
  const schemaAt = reference ?? ['paths', path, method, 'requestBody', 'content', media, 'schema']
  const schema = resolve(document, entry.schema)
  const properties = isJsonObject(schema?.properties) ? schema.properties : {}
  const taken = new Set<string>()
  return errorTexts(document, operation).flatMap(({ text, name, status, isExample }): Proposal[] => {
    const match = LIMIT.exec(text)
    const limit = Number(match?.[1] ?? match?.[2])
    const field = match === null ? undefined : fieldOf(`${text} ${name}`, properties)
    if (field === undefined || taken.has(field)) return []
    taken.add(field)
    const evidence = `error/${status}/${name}`
    const says = `The longest "${field}" stands in an error text only: ${limit} characters.`
    const answer = { status: Number(status), example: name }
    const rule = { kind: 'maxLength', at: formatPointer([field]), answer }
    const proposal = { says, strength: 'documented' as const, evidence }
    return [
      { ...proposal, at: formatPointer([...schemaAt, 'properties', field]), update: { maxLength: limit } },
      ...(isExample && /^\d+$/.test(status)
        ? [{ ...proposal, at: formatPointer(['paths', path, method]), update: { 'x-rules': [rule] } }]
        : []),
    ]
  })
}

/** The field that a text speaks of: a string without a longest length whose name, or whose words, stand in it; the longest name wins. */
function fieldOf(text: string, properties: JsonObject): string | undefined {
  const words = ` ${text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')} `
  return Object.entries(properties)
    .filter(
      ([, schema]) =>
        isJsonObject(schema) && schema.type === 'string' && schema.maxLength === undefined && schema.enum === undefined,
    )
    .map(([name]) => name)
    .filter((name) =>
      words.includes(
        ` ${name
          .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, ' ')} `,
      ),
    )
    .toSorted((one, other) => other.length - one.length)[0]
}

function errorTexts(document: JsonObject, operation: JsonObject): readonly ErrorText[] {
  const responses = Object.entries(isJsonObject(operation.responses) ? operation.responses : {})
  return responses.flatMap(([status, entry]): ErrorText[] => {
    if (!/^[45]/.test(status)) return []
    const answer = resolve(document, entry)
    const [media] = Object.values(isJsonObject(answer?.content) ? answer.content : {})
    const examples = isJsonObject(media) && isJsonObject(media.examples) ? media.examples : {}
    const texts = Object.entries(examples).flatMap(([name, example]) => {
      const resolved = resolve(document, example)
      return stringsIn(resolved?.value ?? null).map((text) => ({ text, name, status, isExample: true }))
    })
    const code = answer?.['x-error-code']
    const said =
      typeof code === 'string' && typeof answer?.description === 'string'
        ? [{ text: answer.description, name: code, status, isExample: false }]
        : []
    return [...texts, ...said]
  })
}

function stringsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return value.length <= MAXIMUM_TEXT ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return (Object.values(value) as Json[]).flatMap(stringsIn)
}
