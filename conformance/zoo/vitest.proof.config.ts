import { mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

/** The whole catalogue with every seed: minutes, so it is no part of `test`. */
export default mergeConfig(base, {
  test: {
    include: ['src/proof/*.proof.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['src/proof/write-table.ts'],
    reporters: ['default'],
    testTimeout: 600_000,
    maxWorkers: 2,
  },
})
