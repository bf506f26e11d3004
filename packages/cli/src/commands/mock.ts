import { Command, Option } from 'commander'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider } from '../example.ts'
import { readWhole } from '../read-numbers.ts'
import { UsageError } from '../usage-error.ts'

interface MockFlags {
  readonly port: number
  readonly off?: readonly string[]
}

/** `assay mock [provider…]`: serves mocks until it is interrupted. */
export const mockCommand: CommandMaker = (world) =>
  new Command('mock')
    .summary('serve providers that do what they document')
    .description(
      'Serves providers that do what their contracts say, until interrupted: one at the root, several under /<provider>.',
    )
    .argument('[provider...]', 'ids, provider folders or OpenAPI files; all that are known where none is given')
    .addOption(
      new Option('--port <n>', 'the port on 127.0.0.1; 0 takes any free one')
        .argParser(readWhole('--port', 0))
        .default(4010),
    )
    .option('--off <rule...>', 'forgets these rules, to see what a certification says of it')
    .addHelpText('after', () => `\nExample:\n  assay mock ${exampleProvider(world)} --port 4010\n`)
    .action(async (names: readonly string[], { port, off = [] }: MockFlags) => {
      if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not ${port}.`)
      const { findContracts } = await import('../find-contracts.ts')
      const { serveMocks } = await import('../serve-mocks.ts')
      await serveMocks(await findContracts(names, world), { port, off }, world)
    })
