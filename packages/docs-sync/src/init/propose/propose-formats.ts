import { formatPointer, isJsonObject, type JsonObject, parsePointer } from '@assay/contract'
import { objectSchemas } from './object-schemas.ts'
import type { Proposal } from './proposal.ts'

/** `format: url` is no format of JSON Schema: nothing checks it. `uri` is meant. */
export function proposeFormats(document: JsonObject): readonly Proposal[] {
  return [...objectSchemas(document)].flatMap(({ pointer, properties }) =>
    Object.entries(properties).flatMap(([name, property]): Proposal[] => {
      if (!isJsonObject(property) || typeof property.format !== 'string' || property.format.toLowerCase() !== 'url')
        return []
      return [
        {
          at: formatPointer([...parsePointer(pointer), 'properties', name]),
          says: `"${name}" has the format "url", which JSON Schema does not know; "uri" is meant.`,
          strength: 'documented',
          evidence: 'document',
          update: { format: 'uri' },
        },
      ]
    }),
  )
}
