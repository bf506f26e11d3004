import { Command } from 'commander'
import { collect } from '../collect.ts'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider } from '../example.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'

/** `assay docs`: whether a provider's pages changed, and the update of everything that is made of them. */
export const docsCommand: CommandMaker = (world, exit) =>
  new Command('docs')
    .summary('tell what changed in the documents, and bring spec, contract and client up to it')
    .description("Compares providers' pages with what was read of them last, and updates what is made of them.")
    .addCommand(checkCommand(world, exit))
    .addCommand(updateCommand(world, exit))
    .action(() => {
      throw new UsageError('Say what to do with the documents: `assay docs check` or `assay docs update`.')
    })

const checkCommand: CommandMaker = (world, exit) =>
  withSource(new Command('check'))
    .summary('tell what changed, and what each change touches')
    .description(
      'Reads the pages of a provider, or of all, and tells what changed since they were read last. Writes nothing.',
    )
    .addHelpText('after', () =>
      help(
        'check',
        'Exit codes: 0 unchanged, or other words only; 1 changed; 2 no address known; 3 unreachable or unreadable.',
        world,
      ),
    )
    .action(async (provider: string | undefined, flags: DocsFlags) => {
      const { runDocs } = await import('../run-docs.ts')
      exit(await runDocs({ provider, ...flags, isUpdate: false }, world))
    })

const updateCommand: CommandMaker = (world, exit) =>
  withSource(new Command('update'))
    .summary('write spec, sources, contract and client as the pages are now')
    .description(
      'Writes openapi.yaml, sources.yaml, the overlays of renamed members, contract and client: all of them, or none.',
    )
    .option('--set-aside', 'keep what leads to nothing any more under x-orphaned in the overlay, instead of stopping')
    .addHelpText('after', () =>
      help(
        'update',
        'Exit codes: 0 up to date; 1 refused, a person must decide; 2 no address known; 3 unreachable or unreadable.',
        world,
      ),
    )
    .action(async (provider: string | undefined, flags: DocsFlags) => {
      const { runDocs } = await import('../run-docs.ts')
      exit(await runDocs({ provider, ...flags, isUpdate: true }, world))
    })

interface DocsFlags {
  readonly from?: string
  readonly report?: readonly string[]
  readonly timeout?: number
  readonly setAside?: boolean
}

function withSource(command: Command): Command {
  return command
    .argument('[provider]', 'id of a provider; all of the checkout unless given')
    .option('--from <place>', "a file, a folder or a URL with the pages, instead of the pages' own addresses")
    .option('--report <format[=file]>', 'terminal, json or markdown; repeatable', collect, [])
    .option('--timeout <seconds>', 'for each page, redirects included', Number, 20)
}

function help(name: string, codes: string, world: World): string {
  return `\n${codes}\n\nExample:\n  assay docs ${name} ${exampleProvider(world)} --from page.md\n`
}
