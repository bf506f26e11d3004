import type { Note } from '../report/report.ts'
import type { RunContext } from './run-context.ts'
import { addNote } from './run-state.ts'

/** What can only be said when everything was sent: what the documents leave open, and how the provider chose. */
export function lastNotes({ state, sender, plan }: RunContext): readonly Note[] {
  const says: [string, string?][] = []
  for (const { id, open, rule } of state.tallies.values()) {
    const { accepted, refused } = open
    if (rule === undefined || accepted + refused === 0) continue
    const choice =
      refused === 0 ? 'accepts' : accepted === 0 ? 'refuses' : `accepts (${accepted}) and refuses (${refused})`
    says.push([`The documents leave open what breaks this rule; the provider ${choice} it.`, id])
  }
  for (const { id, rule, cases } of state.tallies.values()) {
    if (rule?.reading !== undefined && cases > 0) says.push([`Reading: ${rule.reading}`, id])
  }
  for (const [id, { says: first, cases }] of state.lacking) {
    const more = cases > 1 ? ` (${cases} requests, all set aside)` : ''
    says.push([`The account under test may lack what a request needs: ${first}${more}`, id])
  }
  const waited = sender.waited()
  if (waited > 0) says.push([`The provider asked to wait, ${Math.ceil(waited / 1000)} s in all.`])
  if (state.healed > 0)
    says.push([`Connections broke ${state.healed} times and healed when the request was sent again.`])
  if (plan.dropped.length > 0)
    says.push([`${plan.dropped.length} ways gave no case that is certainly what it claims, so they were not sent.`])
  return says.flatMap(([text, rule]) => addNote(state, text, rule) ?? [])
}
