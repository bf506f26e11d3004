import { isJsonNumber, isJsonObject, type Json } from '@assay/contract'

/** Schemas share the schemas of their members, which would be written out again and again. No value changes once it is made. */
const texts = new WeakMap<object, string>()

/** One text for equal JSON values: members sorted, no white space. Two values are equal in JSON Schema's sense when their texts are. */
export function canonicalJson(value: Json): string {
  if (isJsonNumber(value)) return String(value)
  if (isJsonObject(value)) {
    const known = texts.get(value)
    if (known !== undefined) return known
    const members = Object.keys(value).sort()
    const text = `{${members.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as Json)}`).join(',')}}`
    texts.set(value, text)
    return text
  }
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  return JSON.stringify(value)
}
