import { Command } from 'commander'
import type { CommandMaker } from '../command-maker.ts'
import { exampleProvider, exampleRule } from '../example.ts'
import { knownContracts } from '../known-contracts.ts'
import { UsageError } from '../usage-error.ts'

/** `assay explain [provider] RULE`: all there is to know about one rule, of each provider that has it unless one is named. */
export const explainCommand: CommandMaker = (world) =>
  new Command('explain')
    .summary('tell all there is to know about a rule')
    .description(
      'Explains a rule: what it says and where it stands, how it is tested, what keeps it and what breaks it, and what the documents say comes back.',
    )
    .usage('[options] [provider] <rule>')
    .argument('<rule>')
    .argument('[second]')
    .addHelpText('after', () => `\nExample:\n  assay explain ${exampleProvider(world)} ${exampleRule(world)}\n`)
    .action(async (first: string, second: string | undefined) => {
      const [provider, rule] = second === undefined ? [undefined, first] : [first, second]
      if (provider === undefined && knownContracts(world).has(rule)) {
        throw new UsageError(`Which rule of ${rule}? \`assay list ${rule}\` shows them all.`)
      }
      const { findContracts } = await import('../find-contracts.ts')
      const { findRules, unknownRule } = await import('../find-rule.ts')
      const { explainRule } = await import('../explain-rule.ts')
      const contracts = await findContracts(provider === undefined ? [] : [provider], world)
      const places = findRules(contracts, rule)
      if (places.length === 0) throw unknownRule(rule, contracts)
      const explained = await Promise.all(places.map((place) => explainRule(place, world.now(), world.width)))
      world.print(explained.join('\n'))
    })
