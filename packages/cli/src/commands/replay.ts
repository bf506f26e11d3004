import { Command, Option } from 'commander'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider } from '../example.ts'
import { readRate, readSeconds, readWhole } from '../read-numbers.ts'
import { readProxy } from '../read-proxy.ts'
import type { ReplayFlags } from '../replay-cases.ts'

/** `assay replay FILE`: sends recorded cases again and tells what changed. */
export const replayCommand: CommandMaker = (world, exit) =>
  new Command('replay')
    .summary('send recorded cases again and tell what changed')
    .description(
      'Sends the findings of a JSON report, or every case of an event log, again: signed anew, with references of their own, judged as a certification judges. Tells which still break a rule, which are fixed, and what else is different.',
    )
    .argument('<file>', 'a report (--report json=FILE) or an event log (--report ndjson=FILE)')
    .option('--case <id>', 'this case alone')
    .option(
      '--base-url <url>',
      'where the provider answers; where the recorded run was, or the built-in mock, otherwise',
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
    .option('--production', 'replay even at a server that the documents name for production')
    .option('--config <file>', 'the config to read instead of assay.config.ts, .yaml or .json in this folder')
    .addOption(new Option('--proxy <url>', 'the HTTP proxy that every request goes through').argParser(readProxy))
    .option('--json', 'what changed as JSON')
    .addHelpText(
      'after',
      () =>
        `
Example:
  assay certify ${exampleProvider(world)} --level quick --report ndjson=run.ndjson
  assay replay run.ndjson --case accepts/minimal
`,
    )
    .action(async (file: string, flags: ReplayFlags) => {
      const { chosenCases, readRecorded } = await import('../read-recorded.ts')
      const { findContracts } = await import('../find-contracts.ts')
      const { readConfig } = await import('../config/read-config.ts')
      const { replayCases } = await import('../replay-cases.ts')
      const { worstOf } = await import('../worst-of.ts')
      const recorded = chosenCases(readRecorded(file, world.folder), flags.case, file)
      const loaded = await readConfig(world, flags.config)
      const codes: number[] = []
      for (const one of recorded) {
        const [contract] = await findContracts([one.provider], world)
        if (contract !== undefined) codes.push(await replayCases(contract, one, flags, loaded, world))
      }
      exit(worstOf(codes))
    })
