import { expect, test } from 'vitest'
import { inspectAnimal } from '../inspect-animal.ts'
import { knownProviders } from '../providers/known-providers.ts'
import { faults } from './faults.ts'
import { faultComplaint, variantComplaint } from './judge-entry.ts'
import { variants } from './variants.ts'

const all = Object.values(faults).flat()

test('holds enough of both kinds, each once', () => {
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(variants.length).toBeGreaterThanOrEqual(20)
  const names = [
    ...all.map(({ provider, trait }) => `${provider} ${trait}`),
    ...variants.map(({ provider, traits }) => `${provider} ${traits.join(' ')}`),
  ]
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(new Set(all.map(({ provider }) => provider))).toEqual(new Set(Object.keys(knownProviders)))
  expect(all.filter(({ known, reason }) => (known === undefined) !== (reason === undefined))).toEqual([])
})

test('tells a fault that is none, and one that is caught in spite of its exception', () => {
  const fault = { provider: 'alphapo', trait: 'x', named: ['a'] } as const
  const caught = { verdict: 'findings', failed: new Map([['a', 'it fails']]), differing: 1, unknown: [] }
  expect(faultComplaint(fault, [caught])).toBeUndefined()
  expect(faultComplaint(fault, [{ ...caught, differing: 0 }])).toMatch(/shows nothing/)
  expect(faultComplaint(fault, [{ ...caught, failed: new Map() }])).toMatch(/not caught/)
  expect(faultComplaint({ ...fault, known: 'not caught yet', reason: 'none' }, [caught])).toMatch(/remove/)
  expect(faultComplaint(fault, [{ ...caught, unknown: ['x'] }])).toMatch(/does not know x/)
  expect(variantComplaint([caught])).toMatch(/False alarm.*it fails/)
})

test.each(all.filter(({ sample }) => sample).map((fault) => [fault.provider, fault.trait, fault] as const))(
  '%s with %s is found out',
  async (provider, trait, fault) => {
    expect(faultComplaint(fault, [await inspectAnimal(provider, [trait], 1, 'quick')])).toBeUndefined()
  },
)

test.each(
  variants.filter(({ sample }) => sample).map(({ provider, traits }) => [provider, traits.join(', '), traits] as const),
)('%s with %s conforms', async (provider, _name, traits) => {
  expect(variantComplaint([await inspectAnimal(provider, traits, 1, 'quick')])).toBeUndefined()
})
