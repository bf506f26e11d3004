import { commandLine } from './command-line.ts'
import { credentialsStruckOut } from './credentials-struck-out.ts'
import { explainFailure } from './explain-failure.ts'
import type { World } from './world.ts'

/**
 * Runs `assay` with the arguments that follow its name and gives the exit code: 0 done (of a certification: conforms), 1 findings, 2 wrong use, wrong
 * configuration or a fault of Assay itself, 3 target unreachable or inconclusive, 130 interrupted. Never rejects: what goes wrong is told in one sentence.
 */
export async function run(argv: readonly string[], world: World): Promise<number> {
  let exitCode = 0
  try {
    // Asked by a shell and not by a person: what may follow the words after the mark.
    if (argv[0] === 'complete' && argv[1] === '--') {
      await (await import('./complete-words.ts')).completeWords(argv.slice(2), world)
      return 0
    }
    const program = commandLine(world, (code) => {
      exitCode = code
    })
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    const clean = await credentialsStruckOut(world)
    return explainFailure(error, { ...world, note: (text) => world.note(clean(text)) })
  }
}
