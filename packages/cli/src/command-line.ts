import { Command } from 'commander'
import type { CommandMaker } from './command-maker.ts'
import { certifyCommand } from './commands/certify.ts'
import { completionCommand } from './commands/completion.ts'
import { docsCommand } from './commands/docs.ts'
import { doctorCommand } from './commands/doctor.ts'
import { explainCommand } from './commands/explain.ts'
import { generateCommand } from './commands/generate.ts'
import { initCommand } from './commands/init.ts'
import { listCommand } from './commands/list.ts'
import { mockCommand } from './commands/mock.ts'
import { pactCommand } from './commands/pact.ts'
import { payloadsCommand } from './commands/payloads.ts'
import { replayCommand } from './commands/replay.ts'
import { reportCommand } from './commands/report.ts'
import { version } from './version.ts'
import type { World } from './world.ts'

const makers: readonly CommandMaker[] = [
  certifyCommand,
  doctorCommand,
  replayCommand,
  reportCommand,
  mockCommand,
  pactCommand,
  payloadsCommand,
  generateCommand,
  initCommand,
  docsCommand,
  listCommand,
  explainCommand,
  completionCommand,
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
  for (const command of everyCommand(program)) {
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

/** A command and all below it. */
function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap((one) => everyCommand(one))]
}

const exitCodes = `
Exit codes: 0 conforms, 1 findings, 2 wrong use or configuration, 3 unreachable, refused or inconclusive, 130 interrupted.
Credentials come from the environment alone: ASSAY_<PROVIDER>_KEY, ASSAY_<PROVIDER>_SECRET; a sandbox's address may: ASSAY_<PROVIDER>_BASE_URL.
The provider's id stands there in upper case, "-" as "_".
`
