import type { Send, Sender } from '@assay/certify'
import type { Json } from '@assay/contract'
import type { MockControl } from '@assay/mock'
import { type Draft, readBody } from '@assay/rules'
import { mockSettings } from '../states/mock-settings.ts'
import { type ProviderState, providerState } from '../states/provider-state.ts'
import { givenValues, variablesOf } from './given-values.ts'
import { INTERACTION } from './marked-pact.ts'
import type { StageAnswer, Stagehands, StageRequest } from './open-stage.ts'
import type { PlannedInteraction } from './planned-interaction.ts'

/** What came of one interaction at the provider. */
export interface Played {
  readonly send: Send
  /** Why the state could not be reached; the request was not sent then. */
  readonly unreached?: string
}

/** With what the stage is played. */
export interface PlayContext {
  readonly interactions: readonly PlannedInteraction[]
  readonly sender: Sender
  /** The mock's own control face, where the provider is one. */
  readonly control?: MockControl
  readonly runId: string
  readonly clock: () => number
  readonly pins: ReadonlyMap<string, Json>
}

/**
 * Plays the provider for Pact's Verifier: brings it into the states of an interaction, signs the bytes that the Verifier forwards, sends them, and gives its answer
 * back as it came.
 * @param played takes what came of each interaction, by its place in the plan
 */
export function stagehands(context: PlayContext, played: Map<number, Played>): Stagehands {
  let index = 0
  let states: ProviderState[] = []
  return {
    async enter(name, parameters) {
      if (name === INTERACTION) {
        index = Number(parameters.index)
        states = []
        context.control?.reset()
        return {}
      }
      const state = providerState.safeParse(parameters).data
      if (state === undefined) return {}
      states.push(state)
      context.control?.set(mockSettings(states))
      const { runId, clock, pins } = context
      // The doctor's requests come before these.
      return variablesOf(givenValues([state], { runId, number: index + 1, now: clock(), pins }))
    },
    async answer(request) {
      const interaction = context.interactions[index]
      if (interaction === undefined) throw new Error(`The pact has no interaction ${index}.`)
      const result = await play(request, interaction, states, context.sender)
      played.set(index, result)
      return answerTo(result)
    },
  }
}

async function play(
  request: StageRequest,
  { operation }: PlannedInteraction,
  states: readonly ProviderState[],
  sender: Sender,
): Promise<Played> {
  const draft = draftOf(request, states)
  if (draft.repeated) {
    const first = await sender.send(onceOf(draft), operation)
    const status = first.kind === 'answered' ? first.exchange.answer.status : undefined
    if (status === undefined || status >= 300) {
      return {
        send: first,
        unreached: `the request that was to be accepted first ${status === undefined ? 'got no answer' : `was answered ${status}`}`,
      }
    }
  }
  return { send: await sender.send(draft, operation) }
}

function onceOf({ repeated, ...draft }: Draft): Draft {
  return draft
}

/** The request as the Verifier forwards it: these very bytes are signed, wrongly where a state says so. */
function draftOf({ contentType, bytes }: StageRequest, states: readonly ProviderState[]): Draft {
  const fault = states.find((state) => state.kind === 'fault')
  return {
    body: readBody(bytes) ?? null,
    text: new TextDecoder().decode(bytes),
    contentType: contentType ?? null,
    ...(fault === undefined ? {} : { fault: fault.fault }),
    ...(states.some(({ kind }) => kind === 'repeated') ? { repeated: true as const } : {}),
  }
}

function answerTo({ send, unreached }: Played): StageAnswer {
  if (unreached !== undefined || send.kind !== 'answered') {
    const says = unreached ?? (send.kind === 'failed' ? send.says : 'Nothing was sent.')
    return { status: 504, headers: { 'content-type': 'text/plain' }, bytes: new TextEncoder().encode(says) }
  }
  const { status, headers, bytes } = send.exchange.answer
  // How the bytes travelled is another's affair here.
  const kept = [...headers].filter(
    ([name]) => !/^(content-length|content-encoding|transfer-encoding|connection|keep-alive)$/.test(name),
  )
  return { status, headers: Object.fromEntries(kept), bytes }
}
