import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isMap, type YAMLMap } from 'yaml'
import { keepYaml } from './keep-yaml.ts'

const specs = join(import.meta.dirname, '../../../../specs')
const files = readdirSync(specs).flatMap((provider) =>
  ['openapi.yaml', 'overlay.yaml', 'sources.yaml'].map((file) => join(provider, file)),
)

test.each(files)('writes %s as it stood', (file) => {
  const text = readFileSync(join(specs, file), 'utf8')
  expect(keepYaml(text).write()).toBe(text)
})

test('changes one place and leaves the others as they stood', () => {
  const kept = keepYaml(
    `# one\na: [1, 2] # two\nb:\n  text: >-\n    folded so\n    and so\n  list: ["x",   'y']\n\n# three\nc: 100.00\n`,
  )
  const b = kept.document.get('b')
  expect(isMap(b)).toBe(true)
  ;(b as YAMLMap).set('new', [1, 2])
  kept.document.setIn(['a', 2], 3)
  expect(kept.write()).toMatchInlineSnapshot(`
    "# one
    a: [1, 2, 3] # two
    b:
      text: >-
        folded so
        and so
      list: ["x",   'y']
      new:
        - 1
        - 2

    # three
    c: 100.00
    "
  `)
})
