import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { CommandMaker } from './command-maker.ts'
import { certifyCommand } from './commands/certify.ts'
import { docsCommand } from './commands/docs.ts'
import { explainCommand } from './commands/explain.ts'
import { generateCommand } from './commands/generate.ts'
import { listCommand } from './commands/list.ts'
import { mockCommand } from './commands/mock.ts'
import { payloadsCommand } from './commands/payloads.ts'
import type { World } from './world.ts'

const makers: readonly CommandMaker[] = [
  certifyCommand,
  mockCommand,
  payloadsCommand,
  generateCommand,
  docsCommand,
  listCommand,
  explainCommand,
]

/** The whole command line. Errors of use are thrown, nothing ends the process. */
export function commandLine(world: World, exit: (code: number) => void): Command {
  const program = new Command('assay')
    .description('Certifies crypto payment gateways against what they document.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('after', exitCodes)
  for (const make of makers) program.addCommand(make(world, exit))
  for (const command of [program, ...withSubcommands(program)]) {
    command
      .exitOverride()
      .showSuggestionAfterError(true)
      .allowExcessArguments(false)
      .helpOption('-h, --help', 'show help')
      .configureHelp({ subcommandTerm: (one) => `${one.name()} ${one.usage()}` })
      .configureOutput({
        writeOut: world.print,
        // What the parser would write of an error is in the error that it throws.
        writeErr: () => {},
        getOutHelpWidth: () => Math.min(world.width, 120),
      })
  }
  return program
}

/** The commands of a command, and theirs. */
function withSubcommands(command: Command): readonly Command[] {
  return command.commands.flatMap((one) => [one, ...withSubcommands(one)])
}

const exitCodes = `
Exit codes: 0 conforms, 1 findings, 2 wrong use or configuration, 3 unreachable, refused or inconclusive, 130 interrupted.
Credentials come from the environment alone: ASSAY_<PROVIDER>_KEY, ASSAY_<PROVIDER>_SECRET; a sandbox's address may: ASSAY_<PROVIDER>_BASE_URL.
The provider's id stands there in upper case, "-" as "_".
`

function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  )
  return manifest.version
}
