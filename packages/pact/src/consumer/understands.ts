import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict'
import { DocumentedError } from '@assay/client'
import type { Interaction } from '../interaction.ts'

/**
 * Whether a client gives the typed answer of an interaction, or throws the documented error by its name.
 * @throws AssertionError where it does not
 */
export async function understands(call: () => Promise<unknown>, { answer, rule }: Interaction): Promise<void> {
  if (rule === undefined) {
    deepStrictEqual(await call(), relied(answer.body), 'The client gives another answer than the one that came.')
    return
  }
  await rejects(call, (error) => {
    ok(error instanceof DocumentedError, `The client does not know the error: ${String(error)}`)
    strictEqual(error.status, answer.status)
    const name = rule.answer?.example
    if (name !== undefined)
      ok(error.documented.includes(name), `The client takes ${name} for ${error.documented.join()}.`)
    return true
  })
}

/** A template with its example values: what Pact's mock server answers. */
function relied(template: Interaction['answer']['body']): unknown {
  if (typeof template !== 'object' || template === null) return template
  if ('pact:matcher:type' in template) return template.value
  if (Array.isArray(template)) return template.map(relied)
  return Object.fromEntries(Object.entries(template).map(([name, member]) => [name, relied(member)]))
}
