import { readdirSync, readFileSync } from 'node:fs'
import { bundle, createConfig } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { applyOverlay, type Corrected } from './apply-overlay.ts'
import { Origins } from './origins.ts'
import { readOverlay } from './overlay.ts'
import { parseDocument } from './parse-document.ts'

function apply(input: string, overlay: string): Corrected & { readonly origins: Origins } {
  const origins = new Origins()
  const document = parseDocument(input, 'openapi.yaml')
  const overlayDocument = parseDocument(overlay, 'overlay.yaml')
  origins.adopt(document.value, { document, pointer: '' })
  origins.adopt(overlayDocument.value, { document: overlayDocument, pointer: '' })
  return { ...applyOverlay(document.value, readOverlay(overlayDocument), origins), origins }
}

const folder = new URL('./__fixtures__/overlays/', import.meta.url)
const cases = readdirSync(folder)

test.each(cases)('an overlay %s', (name) => {
  const [input, overlay, output] = ['input', 'overlay', 'output'].map((file) => {
    return readFileSync(new URL(`${name}/${file}.yaml`, folder), 'utf8')
  }) as [string, string, string]
  const { value } = apply(input, overlay)
  expect(value).toEqual(parseDocument(output, 'output.yaml').value)
})

// Redocly refuses to make a list of a plain value.
test.each(cases.filter((name) => name !== 'replaces-plain-values'))(
  'Redocly gives the same for an overlay %s',
  async (name) => {
    const at = (file: string): string => new URL(`${name}/${file}.yaml`, folder).pathname
    const config = await createConfig({})
    const { bundle: result } = await bundle({ ref: at('input'), config, overlays: [at('overlay')] })
    const { value } = apply(readFileSync(at('input'), 'utf8'), readFileSync(at('overlay'), 'utf8'))
    // Its bundler adds an empty list of components.
    expect({ components: {}, ...(value as object) }).toEqual({ components: {}, ...(result.parsed as object) })
  },
)

const overlay = (actions: string, version = '1.0.0') =>
  `overlay: ${version}\ninfo: { title: T, version: '1' }\nactions:\n${actions}`
const input = 'a: { b: 1, c: [1, 2], d: {} }\ne: [x, y, z]\n'

test.each([
  [
    'selects nothing',
    '  - target: $.a\n    update: {}\n  - target: $.nothing\n    remove: true',
    'overlay.yaml:6:5: Action 2 with the target $.nothing selects nothing: correct the target, or take the action out.',
  ],
  [
    'is no JSONPath',
    '  - target: $.a[\n    remove: true',
    /overlay\.yaml:4:5: Action 1 with the target \$\.a\[ is no JSONPath: /,
  ],
  [
    'selects what an action before took away',
    '  - target: $.a\n    remove: true\n  - target: $.a.b\n    remove: true',
    /overlay\.yaml:6:5: Action 2 with the target \$\.a\.b selects nothing/,
  ],
  [
    'updates a plain value',
    '  - target: $.a.b\n    update: { c: 1 }',
    /Action 1 with the target \$\.a\.b selects a plain value: select the object/,
  ],
  [
    'updates an object with a plain value',
    '  - target: $.a\n    update: 5',
    /overlay\.yaml:5:5: Action 1 .* selects an object, so the update must be an object\./,
  ],
  [
    'puts an object in the place of a list',
    '  - target: $.a\n    update: { c: { x: 1 } }',
    'overlay.yaml:5:15: Action 1 with the target $.a meets a list at /a/c, where the update has an object: remove it in an action of its own first.',
  ],
  [
    'puts a plain value in the place of an object',
    '  - target: $.a\n    update: { d: 1 }',
    /meets an object at \/a\/d, where the update has a plain value/,
  ],
  ['selects objects and lists', '  - target: $.a.*\n    update: { x: 1 }', /selects values of different kinds/],
  ['removes everything', '  - target: $\n    remove: true', /would remove the whole document/],
  ['does nothing', '  - target: $.a', 'overlay.yaml:4:5: Action 1 does nothing: give it "update" or "remove: true".'],
  [
    'does two things',
    '  - target: $.a\n    update: {}\n    remove: true',
    'overlay.yaml:4:5: Action 1 updates and removes: make two actions of it.',
  ],
  [
    'has a member that is not known',
    '  - target: $.a\n    updates: {}',
    /overlay\.yaml:5:5: The overlay is wrong at \/actions\/0\/updates: "updates" is unknown here\./,
  ],
  ['has no target', '  - update: {}', /overlay\.yaml:4:5: The overlay is wrong at \/actions\/0\/target: /],
  [
    'has a wrong strength',
    '  - target: $.a\n    update: {}\n    x-strength: sure',
    /overlay\.yaml:6:5: The overlay is wrong at \/actions\/0\/x-strength: /,
  ],
])('an action that %s is refused', (_, actions, message) => {
  expect(() => apply(input, overlay(actions))).toThrow(message)
})

test.each([
  ['no actions', "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions: []"],
  ['no version', "info: { title: T, version: '1' }\nactions: [{ target: $, update: {} }]"],
  ['another version', "overlay: 2.0.0\ninfo: { title: T, version: '1' }\nactions: [{ target: $, update: {} }]"],
  ['no information', 'overlay: 1.0.0\nactions: [{ target: $, update: {} }]'],
  ['a list', '- overlay: 1.0.0'],
])('an overlay with %s is refused', (_, text) => {
  expect(() => apply(input, text)).toThrow(/^overlay\.yaml:\d+:\d+: The overlay is wrong at/)
})

test('version 1.1 updates plain values, and makes no list of one', () => {
  const { value } = apply(input, overlay('  - target: $.a.b\n    update: 2', '1.1.0'))
  expect(value).toMatchObject({ a: { b: 2 } })
  const message = /meets a plain value at \/a\/b, where the update has a list/
  expect(() => apply(input, overlay('  - target: $.a\n    update: { b: [1] }', '1.1.0'))).toThrow(message)
})

test('each action tells what it touched', () => {
  const actions = '  - target: $.a\n    update: { b: 2, c: [3], d: { x: 1 } }\n  - target: $.e[0,2]\n    remove: true'
  expect(apply(input, overlay(actions)).touched).toEqual([
    ['/a/b', '/a/c/2', '/a/d/x'],
    ['/e/0', '/e/2'],
  ])
})

test('every value still knows where it was read', () => {
  const actions =
    '  - target: $.e[0,2]\n    remove: true\n  - target: $.e\n    update: new\n  - target: $.a\n    update: { c: [3] }'
  const { value, origins } = apply(input, overlay(actions))
  const { a, e } = value as { a: { c: string[] }; e: string[] }
  expect(e).toEqual(['y', 'new'])
  const told = (list: object, index: number) => {
    const origin = origins.ofMember(list, index)
    return [origin?.document.file, origin?.pointer, origin?.action]
  }
  expect(told(e, 0)).toEqual(['openapi.yaml', '/e/1', undefined])
  expect(told(e, 1)).toEqual(['overlay.yaml', '/actions/1/update', 1])
  expect(told(a.c, 2)).toEqual(['overlay.yaml', '/actions/2/update/c/0', 2])
})

test('the document is not changed', () => {
  const document = parseDocument(input, 'openapi.yaml')
  const before = JSON.stringify(document.value)
  const origins = new Origins()
  applyOverlay(document.value, readOverlay(parseDocument(overlay('  - target: $.a.c\n    update: 3'), 'o')), origins)
  expect(JSON.stringify(document.value)).toBe(before)
})
