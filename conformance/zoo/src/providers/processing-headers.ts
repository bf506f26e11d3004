import { createHmac } from 'node:crypto'
import type { Answer, Call, Heard } from '../provider.ts'
import { signatureFits } from '../signature-fits.ts'

/** How three of the providers say no. */
export function refuse(status: number, error: string, code: string | number = status): Answer {
  return { status, body: { error, code } }
}

/** What is wrong with key and signature, if anything is. */
export function headersRefused({ headers, raw }: Heard, { credentials, has }: Call): Answer | undefined {
  const key = headers['x-processing-key']
  const signature = headers['x-processing-signature']
  if (!key && !has('key-optional')) return refuse(403, 'No key header', 'required_header_key')
  const isSame =
    key === credentials.key || (has('key-any-case') && key?.toLowerCase() === credentials.key.toLowerCase())
  const isKnown = isSame || (key && has('key-prefix') && credentials.key.startsWith(key))
  if (key && !isKnown && !has('key-unchecked')) return refuse(403, 'Bad key header', 'bad_header_key')
  if (!signature && has('signature-optional')) return undefined
  if (signature === '' && has('signature-empty-taken')) return undefined
  if (!signature) return refuse(403, 'No signature header', 'required_header_signature')
  const signed = (body: string) => createHmac('sha512', credentials.secret).update(body).digest('hex')
  if (signatureFits(signature, raw, signed, has)) return undefined
  return refuse(has('bad-signature-400') ? 400 : 403, 'Bad signature header', 'bad_header_signature')
}
