import { formatPointer, type JsonSchema, type JsonSchemaObject, parsePointer } from '@assay/contract'

/** A member that a schema declares, with its instance pointer. */
export interface DeclaredMember {
  readonly pointer: string
  readonly schema: JsonSchemaObject
  /** Whether the object around it must have it. */
  readonly required: boolean
}

/** Every member that a schema declares under `properties`, parents before children; forbidden members are left out. */
export function declaredMembers(schema: JsonSchema, pointer = ''): readonly DeclaredMember[] {
  if (typeof schema === 'boolean') return []
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    if (typeof member === 'boolean') return []
    const place = formatPointer([...parsePointer(pointer), name])
    const required = schema.required?.includes(name) ?? false
    return [{ pointer: place, schema: member, required }, ...declaredMembers(member, place)]
  })
}
