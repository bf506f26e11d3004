import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeEach(async () => {
  world = await fixtureWorld()
})
afterEach(() => world.remove())

const textOf = (path: string) => readFileSync(join(world.folder, path), 'utf8')

/** The provider's own document as a page, edited. */
function page(edit: (text: string) => string = (text) => text): void {
  writeFileSync(join(world.folder, 'page.yaml'), edit(textOf('specs/tollgate/openapi.yaml')))
}

test('follows a page: tells what changed, updates, and finds nothing more', async () => {
  page((text) =>
    text.replaceAll('order:', 'order_number:').replace('amount, currency, order]', 'amount, currency, order_number]'),
  )
  const check = await world.assay('docs check tollgate --from page.yaml')
  expect(check.code).toBe(1)
  expect(
    check.stdout
      .split('\n')
      .filter((line) => !line.includes('wording'))
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "tollgate: Changed: 1 breaking, and other words at 19 places.
      breaking  Request /order is called order_number now. [payments:19]
                rules: order.required, order.type, order.min-length, order.too-long, order.unique
                types: CreatePaymentBody.order
                rules: auth.bad-signature
                rules: order.too-long
                rules: order.unique
      Renamed in the overlay as well
        overlay.yaml:36 /order → /order_number
        overlay.yaml:46 /order → /order_number
        overlay.yaml:53 /order → /order_number
      The client changes: major version.
    "
  `)

  const update = await world.assay('docs update tollgate --from page.yaml --report json')
  expect(update.code).toBe(0)
  expect(JSON.parse(update.stdout)).toMatchObject({
    version: 1,
    providers: [{ provider: 'tollgate', status: 'changed', client: 'major' }],
  })
  expect(textOf('specs/tollgate/overlay.yaml')).toContain('at: /order_number')
  expect(textOf('packages/clients/tollgate/src/generated/types.ts')).toContain('order_number: string')

  const again = await world.assay('docs check tollgate --from page.yaml')
  expect([again.code, again.stdout]).toEqual([0, 'tollgate: Nothing changed.\n'])
  expect((await world.assay('generate --check')).code).toBe(0)
})

test('gives 0 for other words, 2 without an address, 3 for what cannot be read', async () => {
  page()
  expect((await world.assay('docs update --from page.yaml')).code).toBe(0)
  page((text) => text.replace('Creates a payment', 'Makes a payment'))
  const words = await world.assay('docs check --from page.yaml')
  expect([words.code, words.stdout]).toEqual([0, expect.stringContaining('Only the wording changed, at 1 place.')])
  writeFileSync(
    join(world.folder, 'specs/tollgate/sources.yaml'),
    textOf('specs/tollgate/sources.yaml').replace(/^ *url: .*\n/m, ''),
  )
  expect(await world.assay('docs check')).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('No address is known'),
  })
  expect(await world.assay('docs check --from gone.md')).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('There is no file or folder'),
  })
  writeFileSync(join(world.folder, 'page.yaml'), '# Log in\n')
  expect((await world.assay('docs check --from page.yaml')).code).toBe(3)
})

test('stops with 1 where a person must decide, and sets aside when told to', async () => {
  page((text) => text.replace(/ {16}OrderTaken:\n.*\n/, ''))
  const before = textOf('specs/tollgate/openapi.yaml')
  const stopped = await world.assay('docs update --from page.yaml')
  expect([stopped.code, stopped.stdout]).toEqual([1, expect.stringContaining('rule order.unique')])
  expect(textOf('specs/tollgate/openapi.yaml')).toBe(before)
  expect(
    (await world.assay('docs update --from page.yaml --set-aside --report markdown=reports/{provider}.md')).code,
  ).toBe(0)
  expect(textOf('specs/tollgate/overlay.yaml')).toContain('x-orphaned:')
  expect(textOf('reports/tollgate.md')).toContain('### Orphaned')
})

test('undoes an update that was killed', async () => {
  const overlay = textOf('specs/tollgate/overlay.yaml')
  page()
  const workshop = join(world.folder, '.assay-update')
  mkdirSync(workshop)
  writeFileSync(join(workshop, 'saved'), overlay)
  const files = [{ path: 'specs/tollgate/overlay.yaml', staged: 'moved', saved: 'saved' }]
  writeFileSync(join(workshop, 'journal.json'), JSON.stringify({ process: 999_999_999, files }))
  writeFileSync(join(world.folder, 'specs/tollgate/overlay.yaml'), 'half done')
  const { stderr } = await world.assay('docs check --from page.yaml')
  expect(stderr).toBe('An update that was interrupted has been undone.\n')
  expect(textOf('specs/tollgate/overlay.yaml')).toBe(overlay)
  expect(existsSync(workshop)).toBe(false)
})

test.each([
  ['docs', 'Say what to do with the documents: `assay docs check` or `assay docs update`.'],
  ['docs check tolgate', 'There is no provider "tolgate". Did you mean "tollgate"?'],
  ['docs check --report xml', 'There is no report format "xml". Formats: terminal, json, markdown.'],
  ['docs check --report json --report terminal', 'Only one report goes to stdout'],
  ['docs check --timeout never', '--timeout takes seconds'],
])('%s: %s', async (line, message) => {
  const { code, stderr } = await world.assay(line)
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
})
