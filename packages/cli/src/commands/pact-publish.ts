import { Command, Option } from 'commander'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider } from '../example.ts'
import type { PublishFlags } from '../pact/publish-flags.ts'
import { withPact } from '../pact/with-pact.ts'

/** `assay pact publish`: pacts, or what their verification comes to, to a Pact Broker. */
export const publishCommand: CommandMaker = (world, exit) =>
  new Command('publish')
    .summary('publish pacts, or the results of their verification, to a Pact Broker')
    .description(
      'Publishes the recorded pacts to the Pact Broker that PACT_BROKER_BASE_URL names, with PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD. A version is a commit, on a branch.',
    )
    .argument('[provider...]', 'ids, provider folders or OpenAPI files; all that are known where none is given')
    .addOption(
      new Option(
        '--pact <file>',
        'the pact of the one provider named; else those that its consumer suites wrote in this checkout',
      ),
    )
    .option('--app-version <commit>', 'the version that publishes (the commit of this checkout)')
    .option('--branch <name>', 'the branch it is on (that of this checkout)')
    .option('--results', 'verify at the built-in mocks what the broker wants of them, and publish the results')
    .addHelpText('after', () => `\nExample:\n  assay pact publish ${exampleProvider(world)} --branch main\n`)
    .action(async (names: readonly string[], flags: PublishFlags) => {
      const { runPublish } = await withPact(() => import('../pact/run-pact.ts'))
      exit(await runPublish(names, flags, world))
    })
