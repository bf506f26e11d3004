import { type DocumentedCase, documentedCases } from '@assay/certify'
import type { Contract } from '@assay/contract'
import { createMock, type Mock, mockCredentials } from '@assay/mock'
import { accountOf, answerFor, sealDraft } from '@assay/rules'
import type { Interaction } from './interaction.ts'
import { PactError } from './pact-error.ts'
import { mockSettings } from './states/mock-settings.ts'
import { statesOf } from './states/states-of.ts'
import { answerBody } from './template/answer-body.ts'
import { errorBody } from './template/error-body.ts'
import { type PlainJson, plainJson } from './template/plain-json.ts'
import { requestBody } from './template/request-body.ts'
import { requestHeaders } from './template/request-headers.ts'

/** The moment for which interactions are made: a pact that says the same keeps its bytes. */
const PLANNED_AT = Date.UTC(2030, 0, 1)

const RUN_ID = 'pact'

/**
 * All that a typed client of the contract relies upon: each documented form of a success, and each documented error that a request can provoke or an account can
 * be in the state for. The same contract gives the same interactions; a new rule with an answer gives a new one.
 * @throws PactError where the contract's own mock does not answer as the contract says
 */
export function interactionsOf(contract: Contract): readonly Interaction[] {
  const mock = createMock(contract, { now: () => PLANNED_AT })
  return documentedCases(contract, { credentials: mockCredentials, now: PLANNED_AT, runId: RUN_ID }).flatMap((one) => {
    const sent = sentBody(one)
    return sent === undefined ? [] : [interactionOf(one, sent, mock)]
  })
}

/** The body as a client can say it; undefined where a number would not survive. */
function sentBody({ draft }: DocumentedCase): PlainJson | undefined {
  return draft.text === undefined ? plainJson(draft.body) : JSON.parse(draft.text)
}

function interactionOf(one: DocumentedCase, sent: PlainJson, mock: Mock): Interaction {
  const { id, operation, draft, rule } = one
  const states = statesOf(one, PLANNED_AT)
  const { status, body: example } = answerOf(one, mock)
  const account = accountOf(mock.contract, { credentials: mockCredentials, now: () => PLANNED_AT })
  const schema = answerFor(status, operation)?.schema
  return {
    id,
    description: descriptionOf(one),
    operation,
    ...(rule === undefined ? {} : { rule }),
    states,
    draft,
    request: { headers: requestHeaders(operation, draft), body: requestBody(sent, states) },
    answer: {
      status,
      others: othersOf(one, status),
      example,
      body:
        rule === undefined
          ? answerBody(example, { operation, schema, account, request: sent })
          : errorBody(example, operation, rule),
    },
  }
}

function descriptionOf({ operation, rule, way, id }: DocumentedCase): string {
  const what = operation.summary ?? operation.id
  return rule === undefined ? `${what}: ${way} (${id})` : `${what}: ${way}, which breaks ${rule.id}`
}

/** Statuses that count as the one shown. */
function othersOf({ rule, operation }: DocumentedCase, status: number): readonly number[] | 'any 4xx' {
  if (rule !== undefined) {
    const statuses = rule.answer?.status ?? []
    return statuses.length === 0 ? 'any 4xx' : statuses.filter((other) => other !== status)
  }
  const documented = operation.rules.find(({ kind }) => kind === 'status')?.parameters.codes
  return Array.isArray(documented) ? documented.filter((code) => typeof code === 'number' && code !== status) : []
}

/** What the contract's own mock answers, brought into the states of the case. */
function answerOf(one: DocumentedCase, mock: Mock): { readonly status: number; readonly body: PlainJson } {
  const { operation, draft, rule, id } = one
  mock.control.reset()
  mock.control.set(mockSettings(statesOf(one, PLANNED_AT)))
  const sealed = sealDraft(draft, operation, { credentials: mockCredentials, now: PLANNED_AT, basePath: mock.base })
  const { method, bytes } = sealed
  const request = { method, target: sealed.pathAndQuery, headers: new Headers(sealed.headers), bytes }
  if (draft.repeated) mock.answer(request)
  const answer = mock.answer(request)
  if (answer.rule !== rule?.id) {
    const came = answer.rule === undefined ? 'accepts it' : `refuses it for ${answer.rule}`
    throw new PactError(`The case ${id} of ${mock.contract.provider} is not what it claims: its mock ${came}.`)
  }
  return { status: answer.status, body: answer.text === '' ? null : JSON.parse(answer.text) }
}
