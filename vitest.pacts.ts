import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import base from './vitest.base.ts'

const config: ViteUserConfig = mergeConfig(base, {
  test: {
    outputFile: { json: '.test/pacts.json' },
  },
})

/** The consumer suites: what they record, the verification of the same package reads. */
export default {
  ...config,
  test: { ...config.test, include: ['src/**/*.pact.ts'] },
} satisfies ViteUserConfig as ViteUserConfig
