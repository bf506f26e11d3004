import type { Json } from '@assay/contract'
import { expect, test } from 'vitest'
import { type Difference, differencesBetween } from './differences-between.ts'

test.each<[Json, Json, readonly Difference[]]>([
  [{ a: 1, b: { c: 'x' } }, { b: { c: 'x' }, a: 1 }, []],
  [{ a: 1 }, { a: 2 }, [{ at: '/a', accepted: 1, sent: 2 }]],
  [{ b: { c: 'x' } }, { b: {} }, [{ at: '/b/c', accepted: 'x' }]],
  [{}, { a: null }, [{ at: '/a', sent: null }]],
  [{ a: [1] }, { a: [2] }, [{ at: '/a', accepted: [1], sent: [2] }]],
  [{ a: {} }, { a: 1 }, [{ at: '/a', accepted: {}, sent: 1 }]],
  [{ a: 1 }, 'text', [{ at: '', accepted: { a: 1 }, sent: 'text' }]],
])('%j and %j differ in %j', (accepted, sent, differences) => {
  expect(differencesBetween(accepted, sent)).toEqual(differences)
})
