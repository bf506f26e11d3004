import type { Contract } from '@assay/contract'

/** The conformance suite of a new provider, by path from `conformance/<provider>/`: the same few lines as its neighbours'. */
export function suiteFiles(contract: Contract): ReadonlyMap<string, string> {
  const { provider, title } = contract
  const file = `readFileSync(new URL('../../../specs/${provider}/contract.json', import.meta.url), 'utf8')`
  const line = `const contract = loadContract(${file})`
  const load = line.length <= 120 ? line : `const contract = loadContract(\n  ${file},\n)`
  // The suite's imports are text here, not this package's.
  const scope = '@assay'
  const manifest = {
    name: `@assay/conformance-${provider}`,
    version: '0.0.0',
    private: true,
    description: `The suites of ${title}`,
    license: 'Apache-2.0',
    type: 'module',
    engines: { node: '>=20.19' },
    scripts: { types: 'tsc -p tsconfig.json', test: 'vitest run' },
    dependencies: {
      '@assay/certify': 'workspace:*',
      [`@assay/client-${provider}`]: 'workspace:*',
      '@assay/contract': 'workspace:*',
      '@assay/mock': 'workspace:*',
      '@assay/payloads': 'workspace:*',
    },
  }
  return new Map([
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['tsconfig.json', '{ "extends": "../../tsconfig.base.json", "include": ["src"] }\n'],
    [
      'turbo.json',
      `{
  "extends": ["//"],
  "tasks": { "test": { "inputs": ["$TURBO_DEFAULT$", "$TURBO_ROOT$/specs/${provider}/**"] } }
}
`,
    ],
    ['vitest.config.ts', "export { default } from '../../vitest.base.ts'\n"],
    [
      'src/certification.test.ts',
      `import { readFileSync } from 'node:fs'
import { certificationLaws } from '${scope}/certify/laws'
import { loadContract } from '${scope}/contract'
import { createMock } from '${scope}/mock'
import { test } from 'vitest'

${load}

for (const law of certificationLaws(contract, (options) => createMock(contract, options)))
  test(law.title, law.check, 60_000)
`,
    ],
    [
      'src/client.test.ts',
      `import { readFileSync } from 'node:fs'
import * as client from '${scope}/client-${provider}'
import { loadContract } from '${scope}/contract'
import { expect, test } from 'vitest'

${load}

test('the client package has a function that makes a client', () => {
  const makers = Object.values(client).filter((value) => typeof value === 'function' && /^create/.test(value.name))
  expect(makers).toHaveLength(1)
  expect(contract.operations.length).toBeGreaterThan(0)
})
`,
    ],
    [
      'src/payloads.test.ts',
      `import { readFileSync } from 'node:fs'
import { loadContract } from '${scope}/contract'
import { payloadLaws } from '${scope}/payloads/laws'
import { test } from 'vitest'

${load}

for (const { title, check } of payloadLaws(contract)) test(title, check)
`,
    ],
  ])
}
