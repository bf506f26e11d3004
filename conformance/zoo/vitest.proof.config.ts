import { defineConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

/** The whole catalogue with every seed: minutes, so it is no part of `test`. */
export default defineConfig({
  ...base,
  test: {
    include: ['src/proof/*.proof.ts'],
    globalSetup: ['src/proof/write-table.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
