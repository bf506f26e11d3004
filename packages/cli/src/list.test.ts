import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

test('lists the providers', async () => {
  expect((await world.assay('list')).stdout).toMatchInlineSnapshot(`
    "provider  operations  rules  documented  inferred  assumed  not checkable  corrections  contradictions
    tollgate           1     18          17         1        0              1            2               1
    "
  `)
})

test('lists the rules of a provider', async () => {
  expect((await world.assay('list tollgate')).stdout).toMatchInlineSnapshot(`
    "tollgate: Tollgate payments

    POST /payments: 18 rules

    rule                  kind           of       at         strength    outcome        documented answer
    body.type             type           request             documented  must-refuse
    amount.required       required       request  /amount    documented  must-refuse
    currency.required     required       request  /currency  documented  must-refuse
    order.required        required       request  /order     documented  must-refuse
    amount.type           type           request  /amount    documented  must-refuse
    amount.pattern        pattern        request  /amount    inferred    unspecified
    currency.type         type           request  /currency  documented  must-refuse
    currency.enum         enum           request  /currency  documented  must-refuse
    order.type            type           request  /order     documented  must-refuse
    order.min-length      minLength      request  /order     documented  must-refuse
    minutes.type          type           request  /minutes   documented  must-refuse
    minutes.minimum       minimum        request  /minutes   documented  must-refuse
    minutes.maximum       maximum        request  /minutes   documented  must-refuse
    auth.bad-signature    signature      request             documented  must-refuse    401 BadSignature
    order.too-long        maxLength      request  /order     documented  must-refuse    422 OrderTooLong
    order.unique          unique         request  /order     documented  must-refuse    422 OrderTaken
    page.look             not-checkable  request             documented  not checkable
    response.amount-echo  echoes         answer              documented  must-hold
    "
  `)
})

test('lists the defects of the documents', async () => {
  expect((await world.assay('list --defects')).stdout).toMatchInlineSnapshot(`
    "tollgate: 1 contradicted example, 2 corrections
      Create a payment (https://docs.tollgate.example/payments)

    Examples that the documents' own schema refuses
      /paths/~1payments/post/requestBody/content/application~1json/examples/Plain/value at /minutes (maximum)
          The example is refused: /minutes must be <= 60.

    Read otherwise than written
      DEF-TOL-01
          The example is longer than the limit; the limit is read as two hours.
          Evidence: payments at requestBody/examples/Plain
      DEF-TOL-02 (inferred)
          The amount has no form; the example is a plain decimal.
          Evidence: payments at requestBody/examples/Plain/amount
    "
  `)
})

test('reads a provider by the path of its folder, OpenAPI file or contract', async () => {
  const outputs = await Promise.all(
    ['./specs/tollgate', 'specs/tollgate/openapi.yaml', 'specs/tollgate/contract.json'].map((path) =>
      world.assay(`list ${path}`),
    ),
  )
  expect(outputs.map(({ code, stdout }) => [code, stdout.split('\n', 1)[0]])).toEqual([
    [0, 'tollgate: Tollgate payments'],
    [0, 'openapi: Tollgate payments'],
    [0, 'tollgate: Tollgate payments'],
  ])
})

test('finds the installed contracts where there is no checkout', async () => {
  const installed = join(world.folder, 'installed')
  mkdirSync(installed, { recursive: true })
  cpSync(join(world.folder, 'specs/tollgate/contract.json'), join(installed, 'tollgate.json'))
  const { stdout } = await world.assay('list', { folder: '/', installed })
  expect(stdout.split('\n')[1]).toMatch(/^tollgate /)
})
