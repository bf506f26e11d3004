import { setTimeout } from 'node:timers/promises'
import type { Interaction } from '../interaction.ts'
import { pactLibrary } from '../pact-library.ts'
import { stateName } from '../states/state-name.ts'

/** The sides of a pact and the folder it is written to. */
export interface PactPlace {
  readonly consumer: string
  readonly provider: string
  readonly dir: string
}

/** How often an interaction is recorded anew, and how long Pact's mock server gets to note what it has answered, in milliseconds at the first time. */
const LATE = { times: 5, wait: 2 }

/**
 * Lets a client talk to Pact's mock server (Pact specification V4), and adds the interaction to the pact where both did what it says.
 * @param talk sends the request to the base URL and looks at the answer
 * @throws Error that tells the mismatch where the client sends something else, or what `talk` throws
 */
export async function recordInteraction(
  interaction: Interaction,
  place: PactPlace,
  talk: (baseUrl: string) => Promise<void>,
): Promise<void> {
  for (let time = 0; ; time += 1) {
    let understood = false
    try {
      return await recordOnce(interaction, place, async (baseUrl) => {
        await talk(baseUrl)
        understood = true
        // The mock server answers first and notes the request after it: on a busy machine too late for the question that follows.
        await setTimeout(LATE.wait * 4 ** time)
      })
    } catch (error) {
      const isLate = understood && error instanceof Error && error.message.includes('expected but not received')
      if (!isLate || time === LATE.times) throw error
    }
  }
}

async function recordOnce(
  interaction: Interaction,
  place: PactPlace,
  talk: (baseUrl: string) => Promise<void>,
): Promise<void> {
  const { PactV4, MatchersV3 } = await pactLibrary()
  const { operation, request, answer, states } = interaction
  const described = new PactV4({ ...place, logLevel: 'error' }).addInteraction()
  for (const state of states) described.given(stateName(state), { ...state })
  const { others, status } = answer
  const accepted =
    others === 'any 4xx'
      ? MatchersV3.matchStatus(status, MatchersV3.HTTPResponseStatusClass.ClientError)
      : others.length > 0
        ? MatchersV3.matchStatus(status, [status, ...others])
        : status
  await described
    .uponReceiving(interaction.description)
    .comment({ key: 'assay', value: JSON.stringify(commentOf(interaction)) })
    .withRequest(operation.method, operation.path, (builder) => {
      builder.headers({ ...request.headers }).jsonBody(request.body)
    })
    .willRespondWith(accepted, (builder) => {
      builder.jsonBody(answer.body)
    })
    .executeTest(({ url }) => talk(url))
}

/** What Assay needs to know again when the pact is verified. */
function commentOf({ id, rule, operation }: Interaction): Record<string, string> {
  return { case: id, operation: operation.id, ...(rule === undefined ? {} : { rule: rule.id }) }
}
