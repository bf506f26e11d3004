import { isJsonNumber, isJsonObject, type Json } from '@assay/contract'

/** One text for equal JSON values: members sorted, no white space. Two values are equal in JSON Schema's sense when their texts are. */
export function canonicalJson(value: Json): string {
  if (isJsonNumber(value)) return String(value)
  if (isJsonObject(value)) {
    const members = Object.keys(value).sort()
    return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as Json)}`).join(',')}}`
  }
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  return JSON.stringify(value)
}
