import { expect, test } from 'vitest'
import * as face from './index.ts'

test('shows these to other programs', async () => {
  expect(Object.keys(face).sort()).toEqual(['contractOf', 'defineConfig', 'processWorld', 'run'])
  expect((await face.contractOf('alphapo')).provider).toBe('alphapo')
})
