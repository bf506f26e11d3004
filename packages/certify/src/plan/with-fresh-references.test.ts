import { valueAt } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withFreshReferences } from './with-fresh-references.ts'

const reference = { runId: 'run00001', number: 17, attempt: 0 }
const fresh = (value: string): unknown =>
  valueAt(withFreshReferences({ body: { id: value } }, ['/id'], reference).body, '/id')

test('a usual reference becomes one of the run', () => {
  expect(fresh('order-4711-abc')).toBe('assay-run00001-17')
})

test('a long or very short reference keeps its length', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 60, max: 300 })), (length) => {
      expect(String(fresh('x'.repeat(length)))).toHaveLength(length)
    }),
    { numRuns: 100 },
  )
})

test('a reference that is empty, missing or no string stays as it is', () => {
  for (const body of [{ id: '' }, {}, { id: 5 }, [1]]) {
    expect(withFreshReferences({ body }, ['/id'], reference).body).toEqual(body)
  }
})

test('another attempt has another reference', () => {
  const again = withFreshReferences({ body: { id: 'order-4711' } }, ['/id'], { ...reference, attempt: 2 })
  expect(again.body).toEqual({ id: 'assay-run00001-17-2' })
})
