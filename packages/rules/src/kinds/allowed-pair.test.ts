import type { JsonObject } from '@assay/contract'
import { expect, test } from 'vitest'
import { judged } from '../__fixtures__/judged.ts'

const refused = (code: string, network: string) => `The currency ${code} does not travel on the network ${network}.`

test.each<[JsonObject, string]>([
  [{ code: 'USDC', network: 'ethereum' }, 'kept'],
  [{ code: 'USDC', network: 'bitcoin' }, refused('USDC', 'bitcoin')],
  [{ code: 'USDC', network: 'Ethereum' }, refused('USDC', 'Ethereum')],
  [{ code: 'USDC', network: null }, 'kept'],
  [{ code: 'USDC' }, 'kept'],
  [{ code: 'EUR', network: 'ethereum' }, 'kept'],
  [{ code: 'ZZQ', network: 'zzq' }, 'kept'],
  [{ code: 'USDC', network: 5 }, 'kept'],
])('the pair %j', (pair, says) => {
  expect(judged('allowed-pair', '/currency', { currency: 'code', network: 'network' }, { currency: pair })).toBe(says)
})
