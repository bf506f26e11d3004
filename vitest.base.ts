import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Turbo has built the neighbours before it runs a test; a package that is tested alone reads their sources, so that nothing need be built. */
const isBuilt = process.env.TURBO_HASH !== undefined
const conditions = [...(isBuilt ? [] : ['@assay/source']), 'module', 'node', 'import', 'default']

/** What every package's tests share; results are kept for the sum at the end of a CI run. */
const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: '.test/results.json' },
    typecheck: { enabled: false },
    // A package's sources and its neighbours' are loaded once, not once a file: a test leaves nothing behind that another one could see.
    isolate: false,
    // What is built is loaded as it is.
    server: { deps: { external: [/\/packages\/.*\/dist\//] } },
    // What hangs ends; what is slow on a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default config
