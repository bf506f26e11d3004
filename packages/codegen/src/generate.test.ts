import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Contract } from '@assay/contract'
import { afterEach, expect, test } from 'vitest'
import { acmeContract } from './__fixtures__/acme-contract.ts'
import { generate } from './generate.ts'

const roots: string[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true })
})

async function checkout(...paths: string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'assay-generate-'))
  roots.push(root)
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), 'openapi: 3.1.0\n')
  }
  return root
}

const read = async (): Promise<Contract> => acmeContract

test('what is generated is fresh, and generating again writes nothing', async () => {
  const root = await checkout('specs/acme-pay/openapi.yaml', 'specs/notes/README.md')
  const first = await generate({ root, read })
  expect(first).toMatchObject({ providers: ['acme-pay'], files: 9 })
  expect(first.stale.map(({ state }) => state)).toEqual(Array(9).fill('missing'))
  expect(await generate({ root, read, check: true })).toMatchObject({ stale: [] })
  expect(JSON.parse(await readFile(join(root, 'specs/acme-pay/contract.json'), 'utf8'))).toMatchObject({
    provider: 'acme-pay',
  })
})

test('a check tells what is changed, missing and left over, and writes nothing', async () => {
  const root = await checkout('specs/acme-pay/openapi.yaml')
  await generate({ root, read })
  const client = join(root, 'packages/clients/acme-pay')
  await writeFile(join(client, 'src/index.ts'), 'changed')
  await rm(join(client, 'README.md'))
  await writeFile(join(client, 'src/old.ts'), '')
  await mkdir(join(client, 'node_modules'))
  await writeFile(join(client, 'node_modules/x'), '')
  await mkdir(join(root, 'packages/clients/gone'))
  await writeFile(join(root, 'packages/clients/gone/package.json'), '{}')
  const stale = [
    { path: 'packages/clients/acme-pay/README.md', state: 'missing' },
    { path: 'packages/clients/acme-pay/src/index.ts', state: 'changed' },
    { path: 'packages/clients/acme-pay/src/old.ts', state: 'left-over' },
    { path: 'packages/clients/gone/package.json', state: 'left-over' },
  ]
  expect((await generate({ root, read, check: true })).stale).toEqual(stale)
  expect((await generate({ root, read })).stale).toEqual(stale)
  expect((await generate({ root, read, check: true })).stale).toEqual([])
})

test('one provider is looked at alone', async () => {
  const root = await checkout('specs/acme-pay/openapi.yaml', 'packages/clients/other/package.json')
  expect((await generate({ root, read, providers: ['acme-pay'] })).stale).toHaveLength(9)
  expect(await readFile(join(root, 'packages/clients/other/package.json'), 'utf8')).toBe('openapi: 3.1.0\n')
})

test('an unknown provider is told with those there are', async () => {
  const root = await checkout('specs/acme-pay/openapi.yaml')
  await expect(generate({ root, read, providers: ['acme'] })).rejects.toThrow(
    'There is no provider "acme" in specs/: it has acme-pay.',
  )
})

test('a contract of another provider is refused', async () => {
  const root = await checkout('specs/other/openapi.yaml')
  await expect(generate({ root, read })).rejects.toThrow('The contract of specs/other names the provider "acme-pay"')
})
