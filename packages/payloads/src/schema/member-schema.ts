import type { JsonSchema } from '@assay/contract'
import { acceptorOf } from './acceptor-of.ts'
import { conjunctionOf } from './conjunction-of.ts'
import type { Constraints } from './constraints.ts'
import { memberInLayers } from './layers-together.ts'

/** What all layers together say of the member of this name; `false` where it is forbidden. */
export function memberSchema(constraints: Constraints, name: string): JsonSchema {
  for (const names of constraints.propertyNames) if (!acceptorOf(names)(name)) return false
  return memberInLayers(constraints.objectLayers, name)
}

/** The names that the layers declare or require, in their order. */
export function declaredMembers(constraints: Constraints): readonly string[] {
  const names = new Set<string>()
  for (const layer of constraints.objectLayers) for (const name of layer.properties.keys()) names.add(name)
  for (const name of constraints.required) names.add(name)
  return [...names]
}

/** What the layers say of a member that none of them declares and whose name matches no pattern. */
export function additionalSchema(constraints: Constraints): JsonSchema {
  return conjunctionOf(constraints.objectLayers.map((layer) => layer.additionalProperties))
}
