import { afterEach, expect, test } from 'vitest'
import { brief, closeServed, examined, served } from '../__fixtures__/examined.ts'
import { smallContract } from '../__fixtures__/small-contract.ts'

afterEach(closeServed)

test('asks for pins that every request needs, and leaves out those that are optional', async () => {
  const { baseUrl } = await served()
  const roles = [...(smallContract.operations[0]?.roles ?? []), { role: 'account', at: '/note' } as const]
  const optional = {
    ...smallContract,
    operations: smallContract.operations.map((operation) => ({ ...operation, roles })),
  }
  expect((await examined({ baseUrl }, optional))[0]?.says).toBe(
    'Nothing is pinned; /note, which only your account knows, is left out.',
  )
  const needed = {
    ...optional,
    operations: optional.operations.map((operation) => ({
      ...operation,
      roles: [...roles, { role: 'account', at: '/amount' } as const],
    })),
  }
  const [pins] = await examined({ baseUrl }, needed)
  expect([pins?.outcome, pins?.says]).toEqual(['fault', 'Only your account knows /amount, which every request needs.'])
  expect(pins?.advice).toContain('--set /amount=VALUE')
})

test('names the pin that no valid request can have', async () => {
  const pins = new Map([
    ['/note', 'a note'],
    ['/amount', 'a lot'],
  ])
  const steps = await examined({ pins })
  expect(brief(steps)).toEqual(['pins fault', 'name ok'])
  expect(steps[0]?.says).toBe('No valid request can have the value that is pinned at /amount.')
})
