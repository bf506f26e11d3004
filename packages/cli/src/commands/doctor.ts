import { Command, Option } from 'commander'
import { collect } from '../collect.ts'
import type { CommandMaker } from '../command-maker.ts'
import type { DoctorFlags } from '../examine-provider.ts'
import { exampleProvider } from '../example.ts'
import { readRate, readSeconds } from '../read-numbers.ts'
import { readProxy } from '../read-proxy.ts'

/** `assay doctor <provider>`: whether a provider can be certified, and what is in the way; nothing is created. */
export const doctorCommand: CommandMaker = (world, exit) =>
  new Command('doctor')
    .summary('look whether a provider can be certified, and what is in the way')
    .description(
      'Looks step by step at pins, currencies, name, connection, certificate, base path, clock, key and signature, and names what is in the way. Nothing is created: every request lacks a member that the documents require.',
    )
    .argument('<provider>', 'id, provider folder or OpenAPI file')
    .option('--base-url <url>', 'where the provider answers; the built-in mock where none is known')
    .option(
      '--set </pointer=value>',
      'fixes a member of valid request bodies that only the account knows (repeatable)',
      collect,
      [],
    )
    .addOption(new Option('--rate <n/s>', 'most requests a second (5/s beyond loopback)').argParser(readRate))
    .addOption(
      new Option('--timeout <seconds>', 'until an unfinished answer counts as none (5)').argParser(
        readSeconds('--timeout'),
      ),
    )
    .option('--production', 'look even at a server that the documents name for production')
    .option('--config <file>', 'the config to read instead of assay.config.ts, .yaml or .json in this folder')
    .addOption(new Option('--proxy <url>', 'the HTTP proxy that every request goes through').argParser(readProxy))
    .option('--json', 'the steps as JSON')
    .addHelpText('after', () => `\nExample:\n  assay doctor ${exampleProvider(world)}\n`)
    .action(async (provider: string, flags: DoctorFlags) => {
      const { findContracts } = await import('../find-contracts.ts')
      const { readConfig } = await import('../config/read-config.ts')
      const { examineProvider } = await import('../examine-provider.ts')
      const [contract] = await findContracts([provider], world)
      if (contract === undefined) return
      exit(await examineProvider(contract, flags, await readConfig(world, flags.config), world))
    })
