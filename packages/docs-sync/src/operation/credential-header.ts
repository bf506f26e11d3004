import type { ParameterDraft } from './operation-draft.ts'

/** A header that proves who sends, from its name and, where an example shows it, its value. */
export function credentialHeader(name: string, value: string | undefined, line: number): ParameterDraft {
  const scheme = /^authorization$/i.test(name) ? /^(bearer|basic)\b/i.exec(value ?? '')?.[1]?.toLowerCase() : undefined
  return { name, in: 'header', schema: { type: 'string' }, line, ...(scheme === undefined ? {} : { scheme }) }
}
