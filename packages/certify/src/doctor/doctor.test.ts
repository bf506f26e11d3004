import { afterEach, expect, test } from 'vitest'
import { brief, closeServed, examined, served } from '../__fixtures__/examined.ts'

afterEach(closeServed)

test('finds nothing wrong with a right provider, and creates nothing', async () => {
  const { baseUrl, created } = await served()
  expect(brief(await examined({ baseUrl }))).toEqual([
    'pins ok',
    'currencies ok',
    'name ok',
    'connection ok',
    'certificate skipped',
    'base-path ok',
    'clock ok',
    'key ok',
    'signature ok',
  ])
  expect(created()).toBe(0)
})
