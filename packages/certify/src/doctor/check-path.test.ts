import { afterEach, expect, test } from 'vitest'
import { brief, causes, closeServed, examined, named, served } from '../__fixtures__/examined.ts'
import { smallContract } from '../__fixtures__/small-contract.ts'

afterEach(closeServed)

test('names the path that is missing from the base URL, with the right one', async () => {
  const { baseUrl } = await served(undefined, ({ url }) =>
    url === '/api/payments' ? undefined : { status: 404, body: { message: 'Not found' } },
  )
  const server = 'https://till.example/api'
  const contract = {
    ...smallContract,
    operations: smallContract.operations.map((operation) => ({ ...operation, server })),
  }
  const steps = await examined({ baseUrl: baseUrl.replace('/api', '') }, contract)
  expect(brief(steps)).toContain('base-path fault path-missing')
  expect(steps.find(({ step }) => step === 'base-path')?.advice).toBe(`Give ${baseUrl} as the base URL.`)
  const twice = await examined({ baseUrl: `${baseUrl}/payments` }, contract)
  expect(named(twice)).toEqual(['path-twice'])
})

test('offers the missing path where nobody tells another', async () => {
  const { baseUrl } = await served(undefined, () => ({ status: 404, body: { message: 'Not found' } }))
  expect(causes(await examined({ baseUrl }))).toEqual(['path-missing'])
})
