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
  // The same signatures are looked for in every header and body of an exchange.
  const known = new WeakMap<readonly string[], readonly string[]>()
  const formsOf = (signatures: readonly string[]): readonly string[] => {
    const made = known.get(signatures) ?? signatures.flatMap(secretForms)
    known.set(signatures, made)
    return made
  }
  const guarded = secretForms(secret ?? key).filter((form) => form.length >= TELLING)
  return {
    redact(text, signatures = []) {
      const signed = formsOf(signatures).reduce((current, form) => current.replaceAll(form, '<signature>'), text)
      return forms.reduce((current, { form, name }) => current.replaceAll(form, name), signed)
    },
    leakIn(text, signatures = []) {
      if (guarded.some((form) => text.includes(form))) return 'secret'
      return formsOf(signatures).some((form) => text.includes(form)) ? 'signature' : undefined
    },
  }
}
