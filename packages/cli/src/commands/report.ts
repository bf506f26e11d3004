import { Command } from 'commander'
import { collect } from '../collect.ts'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider } from '../example.ts'

/** `assay report`: what can be done with reports that were written. */
export const reportCommand: CommandMaker = (world, exit) => {
  const certify = () => `  assay certify ${exampleProvider(world)} --level quick`
  const merge = new Command('merge')
    .summary("join the shards' reports into one")
    .description(
      'Joins the JSON reports of all shards of a certification into one with the verdict that the whole would have got, and exits as the whole would.',
    )
    .argument('<file...>', 'the report of each shard (--report json=FILE)')
    .option(
      '--report <format[=file]>',
      'json, terminal or another format, to stdout or a file (json; repeatable)',
      collect,
      [],
    )
    .addHelpText(
      'after',
      () =>
        `\nExample:\n${certify()} --shard 1/2 --report json=1.json\n${certify()} --shard 2/2 --report json=2.json\n  assay report merge 1.json 2.json --report terminal\n`,
    )
    .action(async (files: readonly string[], { report }: { readonly report: readonly string[] }) => {
      const { mergeShards } = await import('../merge-shards.ts')
      exit(await mergeShards(files, report, world))
    })
  const check = new Command('check')
    .summary('say whether a report was altered, and whether the documents have changed since')
    .description(
      'Says whether a JSON report is as it was written, by the digest in it, and whether the documents it is about have changed since. Exits with 1 where either is so.',
    )
    .argument('<file>', 'a report (--report json=FILE)')
    .addHelpText(
      'after',
      () => `\nExample:\n${certify()} --report json=report.json\n  assay report check report.json\n`,
    )
    .action(async (file: string) => {
      const { checkReport } = await import('../check-report.ts')
      exit(await checkReport(file, world))
    })
  return new Command('report')
    .summary('merge the reports of shards; check a report')
    .description('Works with JSON reports: joins those of shards, and checks one.')
    .addHelpText(
      'after',
      () => `\nExample:\n${certify()} --report json=report.json\n  assay report check report.json\n`,
    )
    .addCommand(merge)
    .addCommand(check)
}
