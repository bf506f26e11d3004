import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SwaggerParser from '@apidevtools/swagger-parser'
import { createConfig, lint, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { providerIds, root } from './workspace.ts'

// Only what the Overlay Specification itself asks: matters of taste are not checked here.
const config = await createConfig({ rules: { struct: 'error' } })

test.each(providerIds())('%s: what the page says is a valid OpenAPI document', async (provider) => {
  const document = await SwaggerParser.validate(join(root, 'specs', provider, 'openapi.yaml'))
  expect(Object.keys(document.paths ?? {}).length).toBeGreaterThan(0)
})

test.each(providerIds())('%s: the overlay is valid by the Overlay Specification', async (provider) => {
  const problems = await lint({ ref: join(root, 'specs', provider, 'overlay.yaml'), config })
  expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([])
})

test.each(providerIds().filter((provider) => existsSync(join(root, 'specs', provider, 'callbacks.yaml'))))(
  '%s: what is known of its callbacks is valid by the Overlay Specification',
  async (provider) => {
    const problems = await lint({ ref: join(root, 'specs', provider, 'callbacks.yaml'), config })
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([])
  },
)

test('an overlay that is none is found out', async () => {
  const source = 'overlay: 1.0.0\ninfo: { title: Wrong }\nactions:\n  - update: {}\n'
  const problems = await lintFromString({ source, config })
  expect(problems.map(({ message }) => message)).toEqual([
    'The field `version` must be present on this level.',
    'The field `target` must be present on this level.',
  ])
})
