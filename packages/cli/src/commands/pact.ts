import { Command, Option } from 'commander'
import { collect } from '../collect.ts'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider } from '../example.ts'
import type { PactFlags, VerifyFlags } from '../pact/pact-flags.ts'
import { withPact } from '../pact/with-pact.ts'
import { readRate, readSeconds, readWhole } from '../read-numbers.ts'
import { publishCommand } from './pact-publish.ts'

/** `assay pact verify|compare|publish`: whether a provider, or its contract, gives what the typed clients rely upon; and the way to a broker. */
export const pactCommand: CommandMaker = (world, exit) =>
  new Command('pact')
    .summary('verify what typed clients rely upon, compare or publish it')
    .description(
      'Pacts: what the typed clients rely upon, verified at a provider, compared with its contract or published.',
    )
    .addCommand(verifyCommand(world, exit))
    .addCommand(compareCommand(world, exit))
    .addCommand(publishCommand(world, exit))

const verifyCommand: CommandMaker = (world, exit) =>
  new Command('verify')
    .summary('say whether providers give what the typed clients rely upon')
    .description(
      'Verifies pacts at providers: at a base URL, or, where none is given, at their built-in mocks. States that only a mock can be brought into are skipped and counted.',
    )
    .argument('[provider...]', 'ids, provider folders or OpenAPI files; all that are known where none is given')
    .addOption(pactOption())
    .option('--base-url <url>', 'where the provider answers; the paths of its operations are appended')
    .option(
      '--set </pointer=value>',
      'a value that only the account knows, where the pact takes it (repeatable)',
      collect,
      [],
    )
    .addOption(
      new Option('--budget <n>', 'most requests sent (500 beyond loopback)').argParser(readWhole('--budget', 1)),
    )
    .addOption(new Option('--rate <n/s>', 'most requests a second (5/s beyond loopback)').argParser(readRate))
    .addOption(
      new Option('--timeout <seconds>', 'until an unfinished answer counts as none (5)').argParser(
        readSeconds('--timeout'),
      ),
    )
    .option(
      '--report <format[=file]>',
      'terminal, json or another format, to stdout or a file; {provider} in its name is filled (repeatable)',
      collect,
      [],
    )
    .option('--production', 'verify even at a server that the documents name for production')
    .addHelpText('after', () => `\nExample:\n  assay pact verify ${exampleProvider(world)}\n`)
    .action(async (names: readonly string[], flags: VerifyFlags) => {
      const { runVerify } = await withPact(() => import('../pact/run-pact.ts'))
      exit(await runVerify(names, flags, world))
    })

const compareCommand: CommandMaker = (world, exit) =>
  new Command('compare')
    .summary('say whether contracts promise what the typed clients rely upon')
    .description('Compares pacts with contracts and asks no provider.')
    .argument('[provider...]', 'ids, provider folders or OpenAPI files; all that are known where none is given')
    .addOption(pactOption())
    .addHelpText('after', () => `\nExample:\n  assay pact compare ${exampleProvider(world)}\n`)
    .action(async (names: readonly string[], flags: PactFlags) => {
      const { runCompare } = await withPact(() => import('../pact/run-pact.ts'))
      exit(await runCompare(names, flags, world))
    })

function pactOption(): Option {
  return new Option(
    '--pact <file>',
    'the pact of the one provider named; else the one that its consumer suite wrote in this checkout',
  )
}
