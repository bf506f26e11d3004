/** Shorter values would turn up everywhere by chance. */
const SHORTEST = 4

/**
 * Every form in which a secret may stand in a text: as it is, escaped in JSON (what must be or every character, once or twice) or HTML, percent-encoded, in
 * hex, and in Base64 of either alphabet, also in the middle of something longer.
 */
export function secretForms(secret: string): readonly string[] {
  if (secret.length < SHORTEST) return []
  const bytes = Buffer.from(secret, 'utf8')
  const base64 = [0, 1, 2].flatMap((offset) => base64Within(bytes, offset))
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    ...unicodeEscaped(secret),
    ...htmlEscaped(secret),
    encodeURIComponent(secret),
    encodeURI(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    percentEncoded(bytes),
    percentEncoded(bytes).toLowerCase(),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]),
  ]
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST).sort((one, other) => other.length - one.length)
}

/** The part of the Base64 form that is the same whatever stands before and after the bytes. */
function base64Within(bytes: Uint8Array, offset: number): readonly string[] {
  const text = Buffer.concat([new Uint8Array(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const start = Math.ceil((offset * 8) / 6)
  const end = Math.floor(((offset + bytes.length) * 8) / 6)
  const form = text.slice(start, end)
  return form.length >= 8 || offset === 0 ? [form] : []
}

/** Every character as an escape of JSON, and that within JSON once more. */
function unicodeEscaped(secret: string): readonly string[] {
  const digits = Buffer.from(secret, 'utf16le').swap16().toString('hex')
  return [digits, digits.toUpperCase()].flatMap((cased) => {
    const units = cased.match(/.{4}/g) ?? []
    return ['\\u', '\\\\u'].map((start) => start + units.join(start))
  })
}

function percentEncoded(bytes: Buffer): string {
  return bytes.toString('hex').toUpperCase().replaceAll(/../g, '%$&')
}

/** As the usual libraries escape it. */
function htmlEscaped(secret: string): readonly string[] {
  const plain = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return [
    plain,
    plain.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    plain.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    plain.replaceAll('"', '&quot;').replaceAll("'", '&#x27;'),
  ]
}
