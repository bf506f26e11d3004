import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryFiles, textOf } from './workspace.ts'

/** Floors of the house, from the ground up: a package uses only those on the floors below its own. */
const floors = [
  ['signing'],
  ['contract'],
  ['rules'],
  ['payloads'],
  ['mock', 'codegen', 'client'],
  ['certify'],
  ['pact', 'docs-sync'],
  ['report'],
  ['cli'],
]
const floorOf = (name: string) => floors.findIndex((floor) => floor.includes(name))

interface Package {
  readonly folder: string
  readonly name: string
  readonly dependencies: readonly string[]
  readonly developmentDependencies: readonly string[]
}

const packages: readonly Package[] = repositoryFiles()
  .filter((path) => /^packages\/(clients\/)?[^/]+\/package\.json$/.test(path))
  .map((path) => {
    const manifest = JSON.parse(textOf(path))
    return {
      folder: posix.dirname(path),
      name: manifest.name,
      // What is used where it is installed is used all the same.
      dependencies: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
      developmentDependencies: Object.keys(manifest.devDependencies ?? {}),
    }
  })
const ours = new Set(packages.map(({ name }) => name))
const shortName = (name: string) => (name === 'assay' ? 'cli' : name.replace('@assay/', ''))

test('knows every package', () => {
  const unknown = packages.filter(
    ({ folder, name }) => !folder.startsWith('packages/clients/') && floorOf(shortName(name)) === -1,
  )
  expect(unknown.map(({ name }) => name)).toEqual([])
})

test('depends downwards only', () => {
  const upwards = packages
    .filter(({ folder }) => !folder.startsWith('packages/clients/'))
    .flatMap(({ name, dependencies }) =>
      dependencies
        .filter((dependency) => ours.has(dependency) && floorOf(shortName(dependency)) >= floorOf(shortName(name)))
        .map((dependency) => `${name} -> ${dependency}`),
    )
  expect(upwards).toEqual([])
})

test('gives a client package nothing but the client runtime', () => {
  const clients = packages.filter(({ folder }) => folder.startsWith('packages/clients/'))
  expect(clients.length).toBeGreaterThan(0)
  for (const { name, dependencies } of clients) expect([name, dependencies]).toEqual([name, ['@assay/client']])
})

test('gives the client runtime no parser, generator or server', () => {
  const client = packages.find(({ name }) => name === '@assay/client')
  expect(client?.dependencies.toSorted()).toEqual(['@assay/signing', 'openapi-fetch'])
})

test('imports only what a package declares', () => {
  const undeclared = packages.flatMap(({ folder, name, dependencies, developmentDependencies }) =>
    repositoryFiles()
      .filter((path) => path.startsWith(`${folder}/src/`) && path.endsWith('.ts'))
      .flatMap((path) => {
        const inTest = /\.test(-d)?\.ts$/.test(path) || path.includes('/__fixtures__/')
        const allowed = new Set([...dependencies, ...(inTest ? developmentDependencies : []), name])
        return [...textOf(path).matchAll(/^(?:import|export|\}).*\bfrom '(@assay\/[^'/]+|assay)/gm)]
          .map((match) => match[1] ?? '')
          .filter((target) => !allowed.has(target))
          .map((target) => `${path} -> ${target}`)
      }),
  )
  expect(undeclared).toEqual([])
})

test('reaches into no other package by path', () => {
  const reaching = packages.flatMap(({ folder }) =>
    repositoryFiles()
      .filter((path) => path.startsWith(`${folder}/src/`) && path.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(path))
      .flatMap((path) =>
        [...textOf(path).matchAll(/from '(\.\.?\/[^']+)'/g)]
          .map((match) => posix.join(posix.dirname(path), match[1] ?? ''))
          .filter((target) => !target.startsWith(`${folder}/`))
          .map((target) => `${path} -> ${target}`),
      ),
  )
  expect(reaching).toEqual([])
})

test('gives Pact and its native library to nobody who does not ask for it', () => {
  const carriers = repositoryFiles()
    .filter((path) => /^packages\/.*package\.json$/.test(path))
    .map((path) => JSON.parse(textOf(path)))
    .filter(({ dependencies = {} }) =>
      Object.keys(dependencies).some((name) => /^@pact-foundation\/|^@assay\/pact$/.test(name)),
    )
  expect(carriers.map(({ name }) => name)).toEqual(['@assay/pact'])
})
