import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** What every package's tests share: neighbours are read from source, results are kept for the sum at the end of a CI run. */
const config: ViteUserConfig = defineConfig({
  resolve: { conditions: ['@assay/source', 'module', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['@assay/source', 'module', 'node', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: '.test/results.json' },
    typecheck: { enabled: false },
    // A package's sources and its neighbours' are loaded once, not once a file: a test leaves nothing behind that another one could see.
    isolate: false,
    // What hangs ends; what is slow on a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default config
