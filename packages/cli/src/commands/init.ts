import { Command } from 'commander'
import { collect } from '../collect.ts'
import type { CommandMaker } from '../command-maker.ts'
import type { InitFlags } from '../init-new-provider.ts'

/** `assay init <provider> --from FILE`: the folders of a new provider, from a page of its documents or an OpenAPI file. */
export const initCommand: CommandMaker = (world, exit) =>
  new Command('init')
    .summary('make the folders of a new provider from its documents')
    .description(
      'Makes specs/<provider>, its client package and its conformance suite from a saved page or an OpenAPI file, and certifies its mock.',
    )
    .argument('<provider>', 'id of the new provider: lower-case letters, digits, single dashes')
    .requiredOption('--from <file>', 'the page or OpenAPI document that has the operation')
    .option('--page <file>', 'another page or document that belongs to it (repeatable)', collect, [])
    .option('--operation <name>', 'operationId, path, or "METHOD /path" (repeatable)', collect, [])
    .addHelpText('after', '\nExample:\n  assay init acme --from page.md --operation "POST /payments"\n')
    .action(async (provider: string, flags: InitFlags) => {
      const { initNewProvider } = await import('../init-new-provider.ts')
      exit(await initNewProvider(provider, flags, world))
    })
