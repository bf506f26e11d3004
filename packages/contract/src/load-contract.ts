import { z } from 'zod'
import { accountShape } from './account-shape.ts'
import { canonicalHash } from './canonical-json.ts'
import type { Contract } from './contract.ts'
import { ContractError } from './contract-error.ts'
import { freezeDeeply } from './freeze-deeply.ts'
import { isJsonObject, type Json, JsonNumber, type JsonObject } from './json.ts'
import { parseJson } from './json-text.ts'
import { NUMBER_KEYWORDS, normaliseSchema } from './normalise-schema.ts'

const text = z.string()
const list = z.array(z.unknown())
const schema = z.custom<Json>((value) => typeof value === 'boolean' || isJsonObject(value), 'a schema is needed')
const evidence = z.array(z.object({ page: text, at: text }))
const strength = z.enum(['documented', 'inferred', 'assumed'])
const examples = z.array(z.object({ name: text, value: z.custom<Json>((value) => value !== undefined) }))

const rule = z.object({
  id: text,
  kind: text,
  side: z.enum(['request', 'answer']),
  at: text,
  says: text,
  strength,
  outcome: z.enum(['must-refuse', 'must-hold', 'unspecified']),
  evidence,
  parameters: z.record(text, z.unknown()),
})
const operation = z.object({
  id: text,
  method: text,
  path: text,
  parameters: z.array(
    z.object({ name: text, in: z.enum(['query', 'path', 'header', 'cookie']), required: z.boolean(), schema }),
  ),
  request: z.object({ contentType: text, required: z.boolean(), schema, examples }).optional(),
  answers: z.array(z.object({ status: text, description: text, schema: schema.optional(), examples })),
  roles: list,
  rules: z.array(rule),
})
const callback = z.object({
  name: text,
  operation: text,
  contentType: text,
  schema,
  examples,
  takes: z.array(z.object({ at: text, request: text.optional(), answer: text.optional() })),
  statements: z.array(z.object({ says: text, target: text, strength, evidence })),
  pages: z.array(z.object({ id: text, title: text })),
})
const contractShape = z.object({
  version: z.literal(1),
  provider: text,
  title: text,
  sha256: text,
  pages: z.array(z.object({ id: text, title: text })),
  operations: z.array(operation),
  callbacks: z.array(callback),
  account: z.custom<Json>((value) => accountShape.safeParse(value).success, 'an account profile is needed'),
  corrections: z.array(z.object({ says: text, target: text, strength, evidence })),
  contradictions: z.array(z.object({ example: text, at: text, keyword: text, says: text })),
})

/**
 * Loads a contract from what `contract.json` holds, its text or the value parsed from it, and freezes it deeply.
 * @param file How messages name it.
 * @throws ContractError when it is no contract of version 1, or was changed by hand: its SHA-256 no longer fits.
 */
export function loadContract(json: unknown, file = 'contract.json'): Contract {
  const refuse = (message: string): never => {
    throw new ContractError([{ message, file, line: 1, column: 1 }])
  }
  const value = typeof json === 'string' ? parsed(json, refuse) : json
  if (!isJsonObject(value)) return refuse('A contract is an object, this is none.')
  if (value.version !== 1) return refuse('This is no contract of version 1: generate it anew.')
  const result = contractShape.safeParse(value)
  if (!result.success) {
    const [issue] = result.error.issues
    return refuse(
      `This is no contract: at /${issue?.path.map(String).join('/') ?? ''} ${issue?.message ?? 'it is wrong'}.`,
    )
  }
  const { sha256, ...content } = value
  if (canonicalHash(content) !== sha256)
    return refuse('The contract was changed by hand: generate it anew from its documents.')
  return freezeDeeply(withPlainKeywords(value) as unknown as Contract)
}

function parsed(json: string, refuse: (message: string) => never): Json {
  try {
    return parseJson(json)
  } catch (error) {
    return refuse(`This is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** Numbers of schema keywords are doubles, however many digits they were written with; only values that travel keep every digit. */
function withPlainKeywords(contract: JsonObject): JsonObject {
  const operations = listOf(contract.operations).map((operation) => ({
    ...operation,
    parameters: listOf(operation.parameters).map(withPlainSchema),
    ...(isJsonObject(operation.request) ? { request: withPlainSchema(operation.request) } : {}),
    answers: listOf(operation.answers).map(withPlainSchema),
    rules: listOf(operation.rules).map((one) => ({ ...one, parameters: plainParameters(one) })),
  }))
  return { ...contract, operations, callbacks: listOf(contract.callbacks).map(withPlainSchema) }
}

function plainParameters(one: JsonObject): Json {
  const parameters = isJsonObject(one.parameters) ? withPlainSchema(one.parameters) : {}
  const { value } = parameters
  return value instanceof JsonNumber && NUMBER_KEYWORDS.has(String(one.kind))
    ? { ...parameters, value: value.valueOf() }
    : parameters
}

function withPlainSchema(holder: JsonObject): JsonObject {
  // A schema that is normalised already is left as it is but for its numbers.
  return isJsonObject(holder.schema) ? { ...holder, schema: normaliseSchema(holder.schema, '3.1') as Json } : holder
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}
