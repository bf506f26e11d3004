import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import type { TypeSchema } from './type-schema.ts'

/** A type to declare: its exported name, what it is in a sentence, and its values. */
export interface NamedType {
  readonly name: string
  readonly says: string
  readonly schema: TypeSchema
}

/** TypeScript source that exports each of the types under its name. */
export async function typeDeclarations(types: readonly NamedType[]): Promise<string> {
  const schemas = Object.fromEntries(types.map(({ name, schema }) => [name, schema]))
  const document = { openapi: '3.1.0', info: { title: 'types', version: '1' }, paths: {}, components: { schemas } }
  const nodes = await openapiTS(JSON.stringify(document), {
    // A member with a default may still be left out.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
  })
  const members = schemaMembers(nodes)
  return types.map(({ name, says }) => `/** ${says} */\nexport type ${name} = ${textOf(members, name)}\n`).join('\n')
}

/** openapi-typescript declares all schemas as members of one interface; each is worth a name of its own. */
function schemaMembers(nodes: readonly ts.Node[]): ReadonlyMap<string, ts.TypeNode> {
  const components = nodes.filter(ts.isInterfaceDeclaration).find((node) => node.name.text === 'components')
  const schemas = components?.members
    .filter(ts.isPropertySignature)
    .find((member) => nameOf(member) === 'schemas')?.type
  if (!schemas || !ts.isTypeLiteralNode(schemas))
    throw new Error('openapi-typescript gave no schemas: check its version.')
  return new Map(
    schemas.members
      .filter(ts.isPropertySignature)
      .flatMap((member) => (member.type ? [[nameOf(member), member.type]] : [])),
  )
}

function nameOf(member: ts.PropertySignature): string {
  return ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : ''
}

function textOf(members: ReadonlyMap<string, ts.TypeNode>, name: string): string {
  const type = members.get(name)
  if (!type) throw new Error(`openapi-typescript gave no type for ${name}: check its version.`)
  return astToString(type).trim()
}
