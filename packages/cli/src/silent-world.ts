import type { World } from './world.ts'

/** Shorter values would be struck out of words. */
const TELLING = 6

/** The world with what goes to stderr freed of the environment's credentials, in every encoding: a message may repeat what was typed. */
export async function silentWorld(world: World): Promise<World> {
  const values = Object.entries(world.environment).flatMap(([name, value]) => {
    const text = value?.trim() ?? ''
    return /^ASSAY_.+_(KEY|SECRET)$/.test(name) && text.length >= TELLING
      ? [{ secret: name.endsWith('SECRET'), text }]
      : []
  })
  if (values.length === 0) return world
  const { redactor } = await import('@assay/certify')
  const redactors = values.map(({ secret, text }) => redactor(secret ? { key: '', secret: text } : { key: text }))
  return { ...world, note: (text) => world.note(redactors.reduce((clean, { redact }) => redact(clean), text)) }
}
