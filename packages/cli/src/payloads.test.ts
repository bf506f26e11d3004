import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

const bodies = async (line: string) =>
  (await world.assay(line)).stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text): { readonly order: string; readonly amount: string; readonly minutes?: number } => JSON.parse(text))

test('prints as many bodies as are wanted, one a line', async () => {
  expect(await bodies('payloads tollgate --count 25')).toHaveLength(25)
  expect(await bodies('payloads tollgate --count 0')).toHaveLength(0)
})

test('prints the same bodies for the same seed, and others for another', async () => {
  const [one, same, other] = await Promise.all([7, 7, 8].map((seed) => world.assay(`payloads tollgate --seed ${seed}`)))
  expect(one).toEqual(same)
  expect(one).not.toEqual(other)
})

test('fixes pinned members in their type', async () => {
  const pinned = await bodies('payloads tollgate --set /minutes=30 --set /order=A-7')
  expect(new Set(pinned.map(({ order }) => order))).toEqual(new Set(['A-7']))
  // An optional member is left out too.
  expect(new Set(pinned.map(({ minutes }) => minutes))).toEqual(new Set([30, undefined]))
})

test('reaches both limits among the edges', async () => {
  const edges = await bodies('payloads tollgate --edge --count 60')
  expect(edges.map(({ order }) => order.length)).toEqual(expect.arrayContaining([1, 40]))
  expect(edges.map(({ minutes }) => minutes)).toEqual(expect.arrayContaining([5, 120]))
})

test('breaks the one rule by its other name too', async () => {
  const lengths = (await bodies('payloads tollgate --breaking order.length')).map(({ order }) => order.length)
  expect(new Set(lengths)).toEqual(new Set([41]))
})
