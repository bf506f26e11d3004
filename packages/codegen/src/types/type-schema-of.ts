import type { Json, JsonSchema, JsonSchemaObject, JsonTypeName } from '@assay/contract'
import { annotationsOf, isScalar } from './annotations-of.ts'
import { choicesOf } from './choices-of.ts'
import { mergeSchemas } from './merge-schemas.ts'
import { toldApart } from './told-apart.ts'
import type { TypeSchema, TypeSchemaObject } from './type-schema.ts'

/** Which half of an exchange the type is for: of a request, a member that an alternative asks for is not null, for null means absent. */
export type Side = 'request' | 'answer'

/** The same values as plain objects, intersections and unions, so that openapi-typescript has a type for them. */
export function typeSchemaOf(schema: JsonSchema, side: Side): TypeSchema {
  if (typeof schema === 'boolean') return schema
  const { base, choices } = choicesOf(schema)
  const types = typesOf(base, choices)
  if (types.length > 1) {
    const { type: _type, description, ...rest } = schema
    const each = types.map((type) => typeSchemaOf(valuesOfType(rest, type), side))
    return { ...annotationsOf(base), ...(description === undefined ? {} : { description }), oneOf: each }
  }
  const isObject = types[0] === 'object'
  if (choices.length === 0) return isObject ? objectOf(base, side) : leafOf(base, types[0], side)
  if (!isObject) {
    // Whatever the type, the base counts in each alternative.
    const alternatives = choices.map((choice) => ({ oneOf: choice.map((branch) => alternativeOf(base, branch, side)) }))
    const [only] = alternatives
    return only && alternatives.length === 1
      ? { ...annotationsOf(base), ...only }
      : { ...annotationsOf(base), allOf: alternatives }
  }
  return tiedObject(base, choices, side)
}

/** What every alternative has stands first and once; each choice then shows the members that it speaks of. */
function tiedObject(base: JsonSchemaObject, choices: readonly (readonly JsonSchema[])[], side: Side): TypeSchema {
  const spoken = choices.map((choice) => new Set(choice.flatMap(membersOf)))
  const members = Object.entries(base.properties ?? {})
  const free = members.filter(([name]) => !spoken.some((names) => names.has(name)))
  const required = (base.required ?? []).filter((name) => !spoken.some((names) => names.has(name)))
  const first =
    free.length === 0 && required.length === 0
      ? []
      : [objectOf({ ...base, properties: Object.fromEntries(free), required }, side)]
  const unions = choices.map((choice, index) => {
    const names = spoken[index] ?? new Set()
    const part: JsonSchemaObject = {
      type: 'object',
      properties: Object.fromEntries(members.filter(([name]) => names.has(name))),
      required: (base.required ?? []).filter((name) => names.has(name)),
    }
    return { oneOf: possible(toldApart(choice).map((branch) => alternativeOf(part, branch, side))) }
  })
  const all = [...first, ...unions]
  const [only] = all
  return only !== undefined && all.length === 1 ? only : { ...annotationsOf(base), allOf: all }
}

function alternativeOf(base: JsonSchemaObject, branch: JsonSchema, side: Side): TypeSchema {
  const { description: _description, ...plain } = base
  const merged = mergeSchemas(plain, branch)
  if (typeof merged === 'boolean') return merged
  // What must be there and may not be: no value is like that.
  if (merged.required?.some((name) => merged.properties?.[name] === false)) return false
  const asked = new Set((merged.required ?? []).filter((name) => !(base.required ?? []).includes(name)))
  if (side === 'answer' || asked.size === 0) return typeSchemaOf(merged, side)
  const properties = Object.entries(merged.properties ?? {}).map(([name, member]) => [
    name,
    asked.has(name) ? notNull(member) : member,
  ])
  return typeSchemaOf({ ...merged, properties: Object.fromEntries(properties) }, side)
}

function possible(alternatives: readonly TypeSchema[]): readonly TypeSchema[] {
  return alternatives.filter((alternative) => alternative !== false)
}

function objectOf(schema: JsonSchemaObject, side: Side): TypeSchemaObject {
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, typeSchemaOf(member, side)])
  const { additionalProperties } = schema
  const known = new Set(members.map(([name]) => name))
  // What is required and nowhere described has any value.
  const described = [
    ...members,
    ...(schema.required ?? []).filter((name) => !known.has(name)).map((name) => [name, {}]),
  ]
  return {
    ...annotationsOf(schema),
    type: 'object',
    ...(described.length === 0 ? {} : { properties: Object.fromEntries(described) }),
    ...(schema.required && schema.required.length > 0 ? { required: schema.required } : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: typeSchemaOf(additionalProperties, side) }
      : {}),
  }
}

function leafOf(schema: JsonSchemaObject, type: JsonTypeName | undefined, side: Side): TypeSchemaObject {
  const values = schema.const === undefined ? schema.enum : [schema.const]
  const annotations = annotationsOf(schema)
  if (values?.every(isScalar)) return { ...annotations, ...(type === undefined ? {} : { type }), enum: values }
  if (type !== 'array') return { ...annotations, ...(type === undefined ? {} : { type }) }
  const { items, prefixItems } = schema
  return {
    ...annotations,
    type,
    ...(items === undefined ? {} : { items: typeSchemaOf(items, side) }),
    ...(prefixItems ? { prefixItems: prefixItems.map((item) => typeSchemaOf(item, side)) } : {}),
  }
}

/** Its JSON types; an object's keywords make an object where none is named. */
function typesOf(base: JsonSchemaObject, choices: readonly (readonly JsonSchema[])[]): readonly JsonTypeName[] {
  if (base.type !== undefined) return [base.type].flat()
  const speaksOfMembers = base.properties ?? base.required ?? base.additionalProperties
  const allSpeak = choices.some((choice) =>
    choice.every((branch) => typeof branch === 'object' && membersOf(branch).length > 0),
  )
  return speaksOfMembers !== undefined || allSpeak ? ['object'] : []
}

/** Of several types, the keywords of one. */
function valuesOfType(schema: JsonSchemaObject, type: JsonTypeName): JsonSchemaObject {
  const values = schema.enum?.filter(
    (value) => jsonTypeOf(value) === type || (type === 'integer' && typeof value === 'number'),
  )
  if (type === 'null') return { type }
  return values ? { ...schema, type, enum: values } : { ...schema, type }
}

function notNull(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean' || schema.type === undefined) return schema
  const types = [schema.type].flat().filter((type) => type !== 'null')
  const [only] = types
  const values = schema.enum?.filter((value) => value !== null)
  return {
    ...schema,
    type: types.length === 1 && only !== undefined ? only : types,
    ...(values ? { enum: values } : {}),
  }
}

function membersOf(schema: JsonSchema): string[] {
  if (typeof schema === 'boolean') return []
  const { base, choices } = choicesOf(schema)
  return [...Object.keys(base.properties ?? {}), ...(base.required ?? []), ...choices.flat().flatMap(membersOf)]
}

function jsonTypeOf(value: Json): JsonTypeName {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'boolean' : 'number'
  }
  return 'object'
}
