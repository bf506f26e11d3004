import type { Contract } from '@assay/contract'

/** `package.json` and the compiler's settings of a generated package, by path. */
export function manifestTexts(contract: Contract): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', `${JSON.stringify(manifest(contract), null, 2)}\n`],
    ['tsconfig.json', '{ "extends": "../../../tsconfig.base.json", "include": ["src"] }\n'],
    ['tsconfig.build.json', '{ "extends": "../../../tsconfig.build.json" }\n'],
  ])
}

/** The name of the generated package. */
export function packageName(contract: Contract): string {
  return `@assay/client-${contract.provider}`
}

function manifest(contract: Contract): object {
  return {
    name: packageName(contract),
    version: '0.1.0',
    description: `Typed client of ${contract.title}`,
    license: 'Apache-2.0',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    files: ['dist'],
    exports: {
      '.': { '@assay/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
    },
    scripts: { build: 'tsc -p tsconfig.build.json', types: 'tsc -p tsconfig.json' },
    dependencies: { '@assay/client': 'workspace:*' },
  }
}
