import { Command } from 'commander'
import type { CommandMaker } from '../command-maker.ts'

/** `assay generate`: contract.json and typed client of every provider of a checkout; with `--check` it writes nothing and fails where one is not fresh. */
export const generateCommand: CommandMaker = (world, exit) =>
  new Command('generate')
    .summary('write contracts and typed clients, or check that they are fresh')
    .description(
      'Writes specs/<provider>/contract.json and the typed client of every provider, from what stands in specs/.',
    )
    .option('--check', 'write nothing; exit 1 where a generated file is not what would be written')
    .addHelpText('after', '\nExample:\n  assay generate --check\n')
    .action(async ({ check = false }: { readonly check?: boolean }) => {
      const { runGenerate } = await import('../run-generate.ts')
      exit(await runGenerate(check, world))
    })
