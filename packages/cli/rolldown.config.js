// Bundles the command with all it needs into `bundle`: opening hundreds of modules one by one took longer than most commands run.
import { defineConfig } from 'rolldown'
import { bundledLicenses } from './scripts/bundled-licenses.js'
import { connectionsOfUndici } from './scripts/connections-of-undici.js'

/** Loaded as built: they hand what they have read to packages that are not bundled, which would not know the bundle's own classes. */
const apart = ['init-new-provider', 'pact/run-pact', 'run-docs', 'run-generate']

export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  // Runs a config that is TypeScript, with loaders found at run time.
  external: ['c12'],
  plugins: [
    {
      name: 'apart',
      resolveId(id) {
        const module = apart.find((one) => id.endsWith(`/${one}.js`))
        return module === undefined ? null : { id: `../dist/${module}.js`, external: true }
      },
    },
    connectionsOfUndici,
    bundledLicenses,
  ],
  output: { dir: 'bundle', cleanDir: true },
})
