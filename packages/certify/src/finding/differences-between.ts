import { formatPointer, isJsonObject, type Json, stringifyJson } from '@assay/contract'

/** A place where two bodies differ: what stands there in each, where anything does. */
export interface Difference {
  /** JSON Pointer. */
  readonly at: string
  readonly accepted?: Json
  readonly sent?: Json
}

/** The places where a body that was sent differs from one that was accepted; objects are looked into, arrays are not. */
export function differencesBetween(
  accepted: Json | undefined,
  sent: Json | undefined,
  tokens: readonly string[] = [],
): readonly Difference[] {
  if (isJsonObject(accepted) && isJsonObject(sent)) {
    const names = [...new Set([...Object.keys(accepted), ...Object.keys(sent)])].sort()
    return names.flatMap((name) => differencesBetween(accepted[name], sent[name], [...tokens, name]))
  }
  const same = accepted !== undefined && sent !== undefined && stringifyJson(accepted) === stringifyJson(sent)
  if (same || (accepted === undefined && sent === undefined)) return []
  const at = formatPointer(tokens)
  return [{ at, ...(accepted === undefined ? {} : { accepted }), ...(sent === undefined ? {} : { sent }) }]
}
