import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Contract, isJsonObject, type Json, loadContract, type Operation, schemaValidator } from '@assay/contract'
import { breakingWays, edgeWays, type Setting, validDrafts } from '@assay/payloads'
import {
  answerFor,
  type Draft,
  judgeAnswer,
  kindOf,
  type ReceivedAnswer,
  receiveAnswer,
  receiveRequest,
  schemaWithin,
  templatePattern,
} from '@assay/rules'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { plainRequestOf } from './__fixtures__/send.ts'
import { createMock } from './create-mock.ts'
import type { Mock } from './mock.ts'
import { createAccount } from './mock-account.ts'
import { mockCredentials } from './mock-credentials.ts'

const specs = new URL('../../../specs/', import.meta.url)
const contracts = readdirSync(specs)
  .map((provider) => new URL(`${provider}/contract.json`, specs))
  .filter((file) => existsSync(file))
  .map((file) => loadContract(readFileSync(file, 'utf8')))
const operations = contracts.flatMap((contract) =>
  contract.operations.map((operation) => [contract.provider, contract, operation] as const),
)

/** The clock of mocks and drafts alike stands still, so that an instant just inside a limit stays there. */
const now = (): number => 1_800_000_000_000

function settingOf(contract: Contract): Setting {
  return { account: createAccount(contract.account, mockCredentials, now), accountKnown: true }
}

/** Values of the fields that only the account knows: its own, or the code of a currency where it lists none for a plain text. */
function pinsOf({ account }: Contract, { roles, request }: Operation): ReadonlyMap<string, Json> {
  const code = account.currencies.find(({ type }) => type === 'crypto')?.code ?? ''
  const pins = roles.flatMap(({ role, at }): [string, Json][] => {
    const schema = schemaWithin(request?.schema, at)
    const value =
      account.values[at]?.[0] ?? (typeof schema === 'object' && schema.format === undefined ? code : undefined)
    return role === 'account' && value !== undefined ? [[at, value]] : []
  })
  return new Map(pins)
}

function sampled<Value>(values: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(values, { numRuns: count, seed: 7 })
}

/** What a mock says to a draft, and what its answer breaks; a draft that is repeated was accepted before. */
function judged(mock: Mock, draft: Draft, operation: Operation, earlier: readonly ReceivedAnswer[] = []): Judged {
  mock.control.reset()
  return judgedAgain(mock, draft, operation, earlier)
}

function judgedAgain(mock: Mock, draft: Draft, operation: Operation, earlier: readonly ReceivedAnswer[]): Judged {
  const sent = plainRequestOf(mock, draft, operation)
  if (draft.repeated) mock.answer(sent)
  const { status, headers, text, rule } = mock.answer(sent)
  const answer = receiveAnswer({ status, headers: { ...headers }, bytes: Buffer.from(text) })
  const request = receiveRequest({ ...sent, pathAndQuery: sent.target })
  const exchange = { request, answer, sentAt: now(), receivedAt: now(), earlier }
  const found = judgeAnswer(exchange, operation, settingOf(mock.contract).account)
  return { answer, rule, broken: found.map((one) => one.rule.id) }
}

interface Judged {
  readonly answer: ReceivedAnswer
  /** The request rule for which the mock refused. */
  readonly rule: string | undefined
  /** The answer rules that its answer breaks. */
  readonly broken: readonly string[]
}

/** A body that is a documented example with its holes filled: texts follow their templates, all else is the same. */
function expectExample(body: Json | undefined, example: Json | undefined): void {
  if (typeof example === 'string') {
    expect(body).toMatch(templatePattern(example))
    expect(body).not.toMatch(/<[\w.-]+>|\{\w+\/\w+\}/)
  } else if (isJsonObject(body) && isJsonObject(example)) {
    expect(Object.keys(body)).toEqual(Object.keys(example))
    for (const [name, member] of Object.entries(example)) expectExample(body[name], member)
  } else expect(body).toEqual(example)
}

test('there are contracts', () => {
  expect(operations.length).toBeGreaterThanOrEqual(5)
})

describe.each(operations)('%s', (_, contract, operation) => {
  /** The rules whose breaking has a documented error. */
  const documentedRules = operation.rules.filter(({ answer }) => answer?.example !== undefined)
  const answerRules = operation.rules.filter((rule) => kindOf(rule).side === 'answer')
  const valid: Draft[] = []
  /** Drafts that break a documented rule alone, by its id: one a way. */
  const breaking = new Map<string, readonly Draft[]>()

  // Made once, because making them takes longer than all that is done with them.
  beforeAll(() => {
    const setting = settingOf(contract)
    valid.push(...sampled(validDrafts(operation, setting), 10))
    valid.push(...sampled(validDrafts(operation, { ...setting, pins: pinsOf(contract, operation) }), 10))
    valid.push(...edgeWays(operation, setting).flatMap((way) => sampled(way.drafts, 1)))
    for (const rule of documentedRules) {
      const ways = breakingWays(operation, rule, setting)
      breaking.set(
        rule.id,
        ways.flatMap((way) => sampled(way.drafts, 1)),
      )
    }
  }, 60_000)

  test('each documented error is answered for its cause', () => {
    const documented = operation.answers.flatMap(({ status, examples }) =>
      status.startsWith('2') ? [] : examples.map(({ name }) => `${status} ${name}`),
    )
    const provoked = new Set<string>()
    const mock = createMock(contract, { now })
    for (const { id, answer, parameters } of documentedRules) {
      const { state } = parameters
      const states = typeof state === 'string' ? [state] : []
      for (const draft of states.length > 0 ? valid.slice(0, 1) : (breaking.get(id) ?? [])) {
        mock.control.reset()
        mock.control.set({ states })
        const came = judgedAgain(mock, draft, operation, [])
        const status = String(answer?.status[0] ?? came.answer.status)
        const examples = operation.answers.find((one) => one.status === status)?.examples
        expect({ rule: came.rule, status: String(came.answer.status) }).toEqual({ rule: id, status })
        expectExample(came.answer.body, examples?.find(({ name }) => name === answer?.example)?.value)
        provoked.add(`${status} ${answer?.example}`)
      }
    }
    expect([...provoked].toSorted()).toEqual(documented.toSorted())
  })

  test('a documented rule is not what refuses while it is off', () => {
    for (const [id, drafts] of breaking) {
      const mock = createMock(contract, { now, off: [id] })
      for (const draft of drafts) expect(judged(mock, draft, operation).rule).not.toBe(id)
    }
  })

  test('valid requests and edges get the documented success, by its schema and every answer rule', () => {
    const mock = createMock(contract, { now })
    const earlier: ReceivedAnswer[] = []
    for (const draft of valid) {
      const { answer, rule, broken } = judged(mock, draft, operation, earlier)
      const schema = answerFor(answer.status, operation)?.schema ?? false
      expect({ rule, broken, errors: schemaValidator(schema)(answer.body ?? null) }).toEqual({ broken: [], errors: [] })
      expect(String(answer.status)).toMatch(/^2/)
      earlier.push(answer)
    }
  })

  test('an answer rule that is off is found broken', () => {
    const refusals = [...breaking.values()].flatMap((drafts) => drafts.slice(0, 1))
    const right = createMock(contract, { now })
    const notFound = answerRules.filter((rule) => {
      const wrong = createMock(contract, { now, off: [rule.id] })
      const earlier: ReceivedAnswer[] = []
      let differs = false
      const isFound = [...valid, ...refusals].some((draft) => {
        const { answer, broken } = judged(wrong, draft, operation, earlier)
        earlier.push(answer)
        // Ids differ from mock to mock, so it is the shape of the answers that tells.
        differs ||= shapeOf(answer) !== shapeOf(judged(right, draft, operation).answer)
        return broken.includes(rule.id)
      })
      // Narrower rules may speak of all that a rule about the shape could find; then nothing can be wrong in it alone.
      return !isFound && (differs || rule.kind !== 'documented-shape')
    })
    expect(notFound.map(({ id }) => id)).toEqual([])
  })
})

/** Status and JSON types of an answer. */
function shapeOf({ status, body }: ReceivedAnswer): string {
  return JSON.stringify([status, body], (_, value: unknown) =>
    typeof value === 'object' && value !== null ? value : typeof value,
  )
}
