import type { Contract } from '@assay/contract'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { acmeContract } from './__fixtures__/acme-contract.ts'
import { generateClient } from './generate-client.ts'

const files = await generateClient(acmeContract)

test('a contract becomes a package', () => {
  expect([...files.keys()]).toEqual([
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'README.md',
    'src/index.ts',
    'src/generated/operations.ts',
    'src/generated/callbacks.ts',
    'src/generated/types.ts',
  ])
})

test('a package depends on the runtime alone', () => {
  const manifest = JSON.parse(files.get('package.json') ?? '')
  expect(manifest).toMatchObject({ name: '@assay/client-acme-pay', sideEffects: false })
  expect(manifest.dependencies).toEqual({ '@assay/client': 'workspace:*' })
})

test('the same contract gives the same texts', async () => {
  expect(await generateClient(structuredClone(acmeContract))).toEqual(files)
})

test.each([...files.keys()].filter((path) => path !== 'package.json'))('the text of %s is as it was', async (path) => {
  await expect(files.get(path)).toMatchFileSnapshot(`__fixtures__/acme-client/${path.replaceAll('/', '_')}.txt`)
})

test('callbacks that nobody can prove have no function, and the README says so', async () => {
  const callbacks = acmeContract.callbacks.map(({ signing: _, ...callback }) => callback)
  const without = await generateClient({ ...acmeContract, callbacks })
  expect(without.has('src/generated/callbacks.ts')).toBe(false)
  expect(without.get('src/index.ts')).not.toContain('allback')
  expect(without.get('README.md')).toContain('There is no `verifyCallback`')
})

test('a static key needs no secret', async () => {
  const signing = { headers: [{ name: 'X-API-Key', template: '{key}' }] }
  const operations = acmeContract.operations.map((operation) => ({
    ...operation,
    signing,
    server: 'https://a.example',
  }))
  const contract: Contract = { ...acmeContract, operations }
  const face = (await generateClient(contract)).get('src/index.ts')
  expect(face).toContain("export interface AcmePayOptions extends Omit<ClientOptions, 'secret'> {}")
})

test('no text of the documents becomes code', async () => {
  const evil = '*/ process.exit(1) /* \' ` $\x7bprocess.exit(1)} " \n\u2028'
  const operations = acmeContract.operations.map((operation) => ({
    ...{ ...operation, id: 'delete', summary: evil, path: `/${evil}`, server: evil },
    ...{
      parameters: [{ name: evil, in: 'query' as const, required: true, schema: { description: evil, enum: [evil] } }],
    },
    answers: [
      {
        status: evil,
        description: evil,
        schema: { properties: { [evil]: { description: evil } } },
        examples: [{ name: evil, value: evil }],
      },
    ],
  }))
  const callbacks = acmeContract.callbacks.flatMap((callback) =>
    ['delete', 'delete!'].map((name) => ({
      ...{
        ...callback,
        name,
        summary: evil,
        status: { at: `/${evil}`, known: [evil] },
        type: { at: evil, value: evil },
      },
      schema: { properties: { [evil]: { description: evil, type: ['string', 'number'] as const } }, required: [evil] },
    })),
  )
  const contract: Contract = { ...acmeContract, title: evil, operations, callbacks }
  for (const [path, text] of await generateClient(contract)) {
    if (!path.endsWith('.ts')) continue
    const { diagnostics, outputText } = ts.transpileModule(text, {
      reportDiagnostics: true,
      compilerOptions: { removeComments: true },
    })
    expect(diagnostics).toEqual([])
    expect(outputText.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")).not.toContain('process')
  }
})
