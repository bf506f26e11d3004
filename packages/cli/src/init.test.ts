import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
  writeFileSync(
    join(world.folder, 'page.md'),
    `# Open a charge

POST https://api.ferry.example/v1/charges

## Body parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| amount | string | Yes | How much. |
| note | string | No | Max 80 characters. |

## Example response 201

\`\`\`json
{ "id": "c1" }
\`\`\`
`,
  )
})
afterAll(() => world.remove())

test('makes a provider that certifies at once', async () => {
  const made = await world.assay('init ferry --from page.md')
  expect(made).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "page.md:3: The page names no key, token or signature for POST /charges.
    page.md:15: The page lists no fields of the answer 201 to POST /charges; they are those of its example.
    \`npx -y pnpm@10 install\` links the new packages; then \`assay list ferry\`, and look at specs/ferry/overlay.yaml.
    ",
      "stdout": "written: specs/ferry/
    written: packages/clients/ferry/
    written: conformance/ferry/
    POST /charges: 5 rules, its mock conforms
    ",
    }
  `)
  expect(existsSync(join(world.folder, 'specs/ferry/contract.json'))).toBe(true)
  expect((await world.assay('certify ferry --level quick')).code).toBe(0)
}, 240_000)

test('says in one sentence what is wrong, and writes nothing', async () => {
  const before = readdirSync(world.folder).sort()
  const lines = [
    'init ferry --from page.md',
    'init quay --from gone.md',
    'init quay --from https://quay.example/page',
    'init quay',
    'init Quay --from page.md',
  ]
  const told: string[] = []
  for (const line of lines) {
    const { code, stderr } = await world.assay(line)
    told.push(`${code} ${stderr.trim()}`)
  }
  expect(told).toMatchInlineSnapshot(`
    [
      "2 specs/ferry is there already: nothing is overwritten, choose another id or remove it.",
      "2 There is no file gone.md.",
      "2 https://quay.example/page is an address: save the page to a file, and give the file.",
      "2 Required option '--from <file>' not specified.",
      "2 "Quay" is no id of a provider: up to 40 lower-case letters, digits and single dashes, a letter first.",
    ]
  `)
  expect(readdirSync(world.folder).sort()).toEqual(before)
})
