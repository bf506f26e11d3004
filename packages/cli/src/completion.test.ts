import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

/** What a shell is offered; a line that ends in a blank begins a new word. */
async function offered(line: string): Promise<readonly string[]> {
  const words = line.split(' ')
  const { run } = await import('./run.ts')
  let stdout = ''
  const { assay: _, ...rest } = world
  const code = await run(['complete', '--', ...words], {
    print: (text) => {
      stdout += text
    },
    note: () => undefined,
    environment: {},
    folder: rest.folder,
    installed: join(rest.folder, 'none'),
    now: Date.now,
    terminal: false,
    width: 100,
    interrupted: new AbortController().signal,
  })
  expect(code).toBe(0)
  return stdout
    .trimEnd()
    .split('\n')
    .map((one) => one.split('\t')[0] ?? '')
}

test.each([
  ['cert', ['certify', ':4']],
  ['certify ', ['tollgate', ':4']],
  ['certify --lev', ['--level', ':4']],
  ['certify --level ', ['quick', 'standard', 'thorough', ':4']],
  ['certify tollgate --only order.uni', ['order.unique', ':4']],
  ['certify --report j', ['json', 'junit', ':4']],
  ['certify --config ', [':0']],
  ['report ', ['merge', 'check', ':4']],
  ['report check ', [':0']],
  ['completion ', ['bash', 'zsh', 'fish', ':4']],
])('offers after "%s" what may follow', async (line, expected) => {
  expect(await offered(line)).toEqual(expect.arrayContaining(expected))
  expect((await offered(line)).at(-1)).toBe(expected.at(-1))
})

test('offers the rules of a provider', async () => {
  const rules = (await offered('certify tollgate --only order.')).slice(0, -1)
  expect(rules).toContain('order.unique')
  expect(rules.every((rule) => rule.startsWith('order.'))).toBe(true)
  expect(await offered('explain tollgate order.un')).toEqual(['order.unique', ':4'])
})

test('offers no command of the library', async () => {
  const all = await offered('')
  expect(all).toContain('certify')
  expect(all).not.toContain('complete')
  expect(all).not.toContain('script')
})

test('prints a script that bash reads, and completes with', async () => {
  const { code, stdout } = await world.assay('completion bash')
  expect(code).toBe(0)
  const script = join(world.folder, 'completion.bash')
  writeFileSync(script, stdout)
  // What bash-completion would give, and the command it asks, stand in for the real ones.
  const completed = execFileSync(
    'bash',
    [
      '-c',
      `compopt() { :; }
       _get_comp_words_by_ref() { cur=cert; words=(assay cert); cword=1; }
       assay() { [ "$*" = 'complete -- cert' ] && printf 'certify\\tsays\\n:4\\n'; }
       source ${script}; source ${script}; __assay_complete; echo "\${COMPREPLY[@]}"`,
    ],
    { encoding: 'utf8' },
  )
  expect(completed).toBe('certify\n')
})

test.each(['zsh', 'fish'])('prints a script for %s', async (shell) => {
  const { code, stdout } = await world.assay(`completion ${shell}`)
  expect([code, stdout.includes('assay complete --')]).toEqual([0, true])
})

test('refuses another shell', async () => {
  expect(await world.assay('completion bsh')).toEqual({
    code: 2,
    stdout: '',
    stderr: `Command-argument value 'bsh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish. Did you mean "bash"?\n`,
  })
})
