import type { World } from './world.ts'

/** Shorter values would be struck out of words. */
const TELLING = 6

/** What takes the environment's credentials out of a text, in every encoding: a text may repeat what was typed, or what a page says. */
export async function credentialsStruckOut({ environment }: World): Promise<(text: string) => string> {
  const values = Object.entries(environment).flatMap(([name, value]) => {
    const text = value?.trim() ?? ''
    return /^ASSAY_.+_(KEY|SECRET)$/.test(name) && text.length >= TELLING
      ? [{ secret: name.endsWith('SECRET'), text }]
      : []
  })
  if (values.length === 0) return (text) => text
  const { redactor } = await import('@assay/certify')
  const redactors = values.map(({ secret, text }) => redactor(secret ? { key: '', secret: text } : { key: text }))
  return (text) => redactors.reduce((clean, { redact }) => redact(clean), text)
}
