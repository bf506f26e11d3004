import type { Level } from '@assay/certify'
import { Command, Option } from 'commander'
import type { CertifyFlags } from '../certify-flags.ts'
import { collect } from '../collect.ts'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider } from '../example.ts'
import { readRate, readSeconds, readWhole } from '../read-numbers.ts'
import { readProxy } from '../read-proxy.ts'
import { readShard } from '../read-shard.ts'

const levels: readonly Level[] = ['quick', 'standard', 'thorough']

/** `assay certify [provider…]`: whether a provider does what it documents. */
export const certifyCommand: CommandMaker = (world, exit) =>
  new Command('certify')
    .summary('say whether providers do what they document')
    .description(
      'Certifies providers against what they document: at a base URL, or, where none is given, their built-in mocks.',
    )
    .argument('[provider...]', 'ids, provider folders or OpenAPI files; all that are known where none is given')
    .option('--base-url <url>', 'where the provider answers; the paths of its operations are appended')
    .option(
      '--set </pointer=value>',
      'fixes a member of valid request bodies that only the account knows (repeatable)',
      collect,
      [],
    )
    .addOption(
      new Option('--seed <n>', 'the same seed plans the same cases (1)').argParser(
        readWhole('--seed', Number.MIN_SAFE_INTEGER),
      ),
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
    .addOption(new Option('--level <level>', 'how much is sent (standard)').choices(levels))
    .option('--only <rule...>', 'tests these rules alone')
    .option('--expected-failures <file>', 'rules whose failure is known, one id a line; one that passes is a finding')
    .option(
      '--report <format[=file]>',
      'terminal, json, html, junit, ctrf, sarif, har, ndjson, github, badge or ./my-reporter.js, to stdout or a file; {provider} in its name is filled (repeatable)',
      collect,
      [],
    )
    .option('--json', 'the JSON report on stdout: short for --report json')
    .option('--quiet', 'no progress on stderr')
    .addOption(
      new Option('--shard <i/n>', 'this part of the cases alone; `assay report merge` joins the reports').argParser(
        readShard,
      ),
    )
    .option('--production', 'certify even a server that the documents name for production')
    .option('--config <file>', 'the config to read instead of assay.config.ts, .yaml or .json in this folder')
    .addOption(new Option('--proxy <url>', 'the HTTP proxy that every request goes through').argParser(readProxy))
    .option('--plan', 'show what would be sent, and send nothing')
    .addHelpText('after', () => `\nExample:\n  assay certify ${exampleProvider(world)} --level quick\n`)
    .action(async (names: readonly string[], flags: CertifyFlags) => {
      const { findContracts } = await import('../find-contracts.ts')
      const { certifyAll } = await import('../certify-all.ts')
      const { readConfig } = await import('../config/read-config.ts')
      exit(await certifyAll(await findContracts(names, world), flags, await readConfig(world, flags.config), world))
    })
