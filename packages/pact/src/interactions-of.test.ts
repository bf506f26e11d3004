import { expect, test } from 'vitest'
import { tillContract } from './__fixtures__/till-contract.ts'
import { interactionsOf } from './interactions-of.ts'
import { stateName } from './states/state-name.ts'

const interactions = interactionsOf(tillContract)
const named = (id: string) => interactions.find((one) => one.id === id)

test('each form of a success and each documented error is an interaction, with its states', () => {
  const lines = interactions.map(({ id, states, answer }) => [id, answer.status, ...states.map(stateName)].join(' | '))
  expect(lines).toMatchInlineSnapshot(`
    [
      "accepts/minimal | 201",
      "accepts/full | 201 | nobody has used the reference at /reference | the moment at /until is 356379 seconds from now",
      "accepts/with/kind | 201",
      "accepts/with/note | 201",
      "accepts/with/reference | 201 | nobody has used the reference at /reference",
      "accepts/with/until | 201 | the moment at /until is 96659 seconds from now",
      "accepts/value/kind=once | 201",
      "accepts/with/shop | 201 | the account has the value at /shop",
      "authenticates/auth.signature | 403 | the signature is wrong (wrong-secret)",
      "refuses/account.closed | 403 | the account is in the state closed",
      "refuses/amount.missing | 422",
      "refuses/currency.off | 422 | the currency OLD is disabled",
      "refuses/note.too-long | 422",
      "remembers/reference.taken | 422 | nobody has used the reference at /reference | a request with the same value at /reference was accepted",
    ]
  `)
})

test('the same contract gives the same interactions', () => {
  expect(interactionsOf(tillContract)).toEqual(interactions)
})

test('no two interactions are called the same', () => {
  expect(new Set(interactions.map(({ description }) => description)).size).toBe(interactions.length)
})

test('a new rule with an answer gives a new interaction', () => {
  const [operation] = tillContract.operations
  const rules = operation?.rules ?? []
  const fewer = { ...tillContract, operations: [{ ...operation, rules: rules.slice(1) }] } as typeof tillContract
  const gone = interactions.filter(({ id }) => !interactionsOf(fewer).some((one) => one.id === id))
  expect(gone.map(({ rule }) => rule?.id)).toEqual([rules[0]?.id])
})

test('values of a run come from provider states, everything else is what is sent', () => {
  const { body } = named('accepts/full')?.request ?? {}
  expect(body).toMatchObject({
    reference: { 'pact:generator:type': 'ProviderState', expression: `\${reference}` },
    until: { 'pact:generator:type': 'ProviderState', expression: `\${until}` },
    amount: expect.any(String),
  })
})

test('key and signature stand in no interaction but by their shape', () => {
  expect(named('accepts/minimal')?.request.headers).toMatchInlineSnapshot(`
    {
      "Content-Type": "application/json",
      "X-Key": {
        "pact:matcher:type": "regex",
        "regex": "^[!-~]+$",
        "value": "the-key-of-an-account",
      },
      "X-Signature": {
        "pact:matcher:type": "regex",
        "regex": "^[0-9a-f]{64}$",
        "value": "0000000000000000000000000000000000000000000000000000000000000000",
      },
    }
  `)
})

test('an answer is relied upon by type, pattern, list of values and constant', () => {
  expect(named('accepts/minimal')?.answer.body).toMatchInlineSnapshot(`
    {
      "amount": {
        "pact:matcher:type": "regex",
        "regex": "^-?\\d+(\\.\\d+)?$",
        "value": "821",
      },
      "id": {
        "pact:matcher:type": "type",
        "value": "t2C",
      },
      "kind": {
        "pact:matcher:type": "regex",
        "regex": "^(?:once|often)$",
        "value": "once",
      },
      "paidAt": {
        "pact:matcher:type": "regex",
        "regex": "(?:^(?:null)?$)|(?:^-?\\d+$)",
        "value": null,
      },
      "state": "new",
    }
  `)
})

test('an error is relied upon by its code in words, else by its text whatever fills the holes', () => {
  const bodies = ['authenticates/auth.signature', 'refuses/note.too-long', 'refuses/account.closed'].map(
    (id) => named(id)?.answer.body,
  )
  expect(bodies).toMatchInlineSnapshot(`
    [
      {
        "code": "bad_signature",
        "error": {
          "pact:matcher:type": "type",
          "value": "The signature is wrong.",
        },
      },
      {
        "code": 422,
        "error": "A note has at most <limit> characters.",
      },
      {
        "code": 403,
        "error": "Closed.",
      },
    ]
  `)
})
