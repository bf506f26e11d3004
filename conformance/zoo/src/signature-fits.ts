import type { Call } from './provider.ts'

/** Whether a signature is the one of these bytes; `signed` gives the right one of a body. */
export function signatureFits(given: string, raw: string, signed: (body: string) => string, has: Call['has']): boolean {
  const right = signed(raw)
  if (has('signature-unchecked')) return true
  if (has('signature-length-only')) return given.length === right.length
  if (has('signature-prefix')) return given.slice(0, 16) === right.slice(0, 16)
  if (has('signature-suffix')) return given.slice(-16) === right.slice(-16)
  if (has('signature-of-nothing-too') && given === signed('')) return true
  if (has('signature-any-case')) return given.toLowerCase() === right
  if (has('signature-reserialised-too') && given === signed(reserialised(raw))) return true
  if (has('signature-ascii')) return given === signed(raw.replace(/[^\p{ASCII}]/gu, '?'))
  if (has('signature-reserialised')) return given === signed(reserialised(raw))
  if (has('signature-without-escapes')) return given === signed(raw.replaceAll('\\/', '/'))
  return given === right
}

function reserialised(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw))
  } catch {
    return raw
  }
}
