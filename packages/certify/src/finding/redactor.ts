import type { Credentials } from '@assay/signing'
import { secretForms } from './secret-forms.ts'

/** Finds credentials and signatures in texts, by their value, and takes them out. */
export interface Redactor {
  /** The text with credentials and the signatures given replaced by what they are: `<secret>`, `<key>`, `<signature>`. */
  redact(text: string, signatures?: readonly string[]): string
  /** What of the secret or of the signatures stands in a text, or undefined. A static key is a secret. */
  leakIn(text: string, signatures?: readonly string[]): 'secret' | 'signature' | undefined
}

/** Long enough that a text has it for no other reason than a leak. */
const TELLING = 6

/** A redactor for these credentials. */
export function redactor({ key, secret }: Credentials): Redactor {
  const forms = [
    ...secretForms(secret ?? '').map((form) => ({ form, name: '<secret>' })),
    ...secretForms(key).map((form) => ({ form, name: '<key>' })),
  ].sort((one, other) => other.form.length - one.form.length)
  const guarded = secretForms(secret ?? key).filter((form) => form.length >= TELLING)
  return {
    redact(text, signatures = []) {
      const signed = signatures
        .flatMap(secretForms)
        .reduce((current, form) => current.replaceAll(form, '<signature>'), text)
      return forms.reduce((current, { form, name }) => current.replaceAll(form, name), signed)
    },
    leakIn(text, signatures = []) {
      if (guarded.some((form) => text.includes(form))) return 'secret'
      return signatures.flatMap(secretForms).some((form) => text.includes(form)) ? 'signature' : undefined
    },
  }
}
