import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

test('explains a rule that a body breaks, by another of its names', async () => {
  expect((await world.assay('explain order.length')).stdout).toMatchInlineSnapshot(`
    "order.too-long · tollgate, POST /payments
      Says            The order has at most 40 characters.
      Speaks of       the request, /order (kind: maxLength)
      Stands          documented, payments at responses/422/examples/OrderTooLong
      Also named      order.length
      If broken       the request must be refused
      Tested by       41 characters at /order (at most 40)
      At its edge     40 characters at /order (at most 40); 39 characters at /order (at most 40)
      Kept by         {"amount":"999","currency":"EUR","order":"bq czlplOrT Gs3yaEqusnG cntq-v_y Yi.h0uH"}
      Broken by       {"amount":"999","currency":"EUR","order":"bq czlplOrT Gs3yaEqusnG cntq-v_y Yi.h0u Y"}
      Comes back      422 OrderTooLong: {"error":"order has at most 40 characters"}
    "
  `)
})

test('explains a rule that the sending breaks', async () => {
  expect((await world.assay('explain tollgate auth.bad-signature')).stdout).toMatchInlineSnapshot(`
    "auth.bad-signature · tollgate, POST /payments
      Says            A wrong signature is refused.
      Speaks of       the request, the whole body (kind: signature)
      Stands          documented, payments at signing
      If broken       the request must be refused
      Tested by       wrong-secret
      Kept by         {"amount":"999","currency":"EUR","order":"assay-zb0720k2v626"}
      Broken by       the same body: it is the way of sending that is wrong
      Comes back      401 BadSignature: {"error":"bad signature"}
    "
  `)
})

test('explains a rule about the answer', async () => {
  expect((await world.assay('explain response.amount-echo')).stdout).toMatchInlineSnapshot(`
    "response.amount-echo · tollgate, POST /payments
      Says            The answer repeats the amount.
      Speaks of       the answer, the whole body (kind: echoes)
      Stands          documented, payments at responses/201
      If broken       the provider does not conform
      Tested by       every answer 201 is judged
      Kept by         201 {"id":"p-1","amount":"999"}
      Broken by       201 {"id":"p-1","amount":"1000"}
    "
  `)
})

test('explains a rule that no machine can check', async () => {
  expect((await world.assay('explain page.look')).stdout).toMatchInlineSnapshot(`
    "page.look · tollgate, POST /payments
      Says            The hosted page is clear.
      Speaks of       the request, the whole body (kind: not-checkable)
      Stands          documented, payments at text
      If broken       nothing can be observed
      Not tested      A person has to look.
    "
  `)
})
