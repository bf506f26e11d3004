import { readFileSync } from 'node:fs'
import type { Contract } from '@assay/contract'
import { knownContracts } from './known-contracts.ts'
import { printedBy } from './printed-by.ts'
import type { World } from './world.ts'

/** Options and arguments whose words are files. */
const files: readonly string[] = ['file', 'config', 'expected-failures']

/**
 * Prints what may follow the words of a command line, one a line, in the form that the shell scripts of `assay completion` read: the last word is the one
 * begun, and a last line `:0` lets the shell offer files.
 */
export async function completeWords(words: readonly string[], world: World): Promise<void> {
  const { default: tab } = await import('@bomb.sh/tab/commander')
  const { reportFormats } = await import('@assay/report')
  const { commandLine } = await import('./command-line.ts')
  const known = knownContracts(world)
  const root = tab(
    commandLine(world, () => undefined),
    { completionCommandName: 'script' },
  )
  // What it adds of its own is no command of ours.
  root.commands.delete('script')
  let offersFiles = false
  const offered: { readonly [name: string]: () => readonly string[] } = {
    provider: () => [...known.keys()],
    rule: () => [...known.keys(), ...rulesOf(words, known)],
    second: () => rulesOf(words, known),
    only: () => rulesOf(words, known),
    breaking: () => rulesOf(words, known),
    report: () => reportFormats.map(({ name }) => name),
    shell: () => ['bash', 'zsh', 'fish'],
  }
  for (const command of root.commands.values()) {
    for (const [name, entry] of [...command.options, ...command.arguments]) {
      const offer = offered[name]
      if (offer !== undefined) {
        entry.handler = (complete: (value: string, description: string) => void) => {
          for (const value of offer()) complete(value, '')
        }
      } else if (files.includes(name)) {
        entry.handler = () => {
          offersFiles = true
        }
      }
    }
  }
  const printed = printedBy(() => root.parse([...words]))
  world.print(offersFiles ? printed.replace(/:\d+\n$/, ':0\n') : printed)
}

/** The ids of the rules of the providers that the words name, or of all. */
function rulesOf(words: readonly string[], known: ReadonlyMap<string, string>): readonly string[] {
  const named = [...known].filter(([provider]) => words.includes(provider))
  const chosen = named.length > 0 ? named : [...known]
  return [...new Set(chosen.flatMap(([, file]) => ruleIdsIn(file)))].sort()
}

/** A shell waits for it: the file is only looked at, not checked. */
function ruleIdsIn(file: string): readonly string[] {
  const { operations }: Pick<Contract, 'operations'> = JSON.parse(readFileSync(file, 'utf8'))
  return operations.flatMap(({ rules }) => rules.map(({ id }) => id))
}
