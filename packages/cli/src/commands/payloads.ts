import { Command, Option } from 'commander'
import { collect } from '../collect.ts'
import { exampleProvider } from '../example.ts'
import type { PayloadChoice } from '../make-payloads.ts'
import { readWhole } from '../read-numbers.ts'
import type { World } from '../world.ts'

interface PayloadFlags {
  readonly edge?: true
  readonly breaking?: string
  readonly count: number
  readonly seed: number
  readonly config?: string
  readonly set: readonly string[]
}

/** `assay payloads <provider>`: one request body a line on stdout. */
export function payloadsCommand(world: World): Command {
  return new Command('payloads')
    .summary('print request bodies: valid, at a limit, or breaking a rule')
    .description(
      'Prints request bodies, one a line: valid ones, ones that stand exactly at a limit, or ones that break one rule and no other.',
    )
    .argument('<provider>', 'id, provider folder or OpenAPI file')
    .addOption(new Option('--valid', 'valid payloads (default)').conflicts(['edge', 'breaking']))
    .addOption(new Option('--edge', 'valid payloads exactly at a limit').conflicts(['valid', 'breaking']))
    .addOption(new Option('--breaking <rule>', 'payloads that break this rule').conflicts(['valid', 'edge']))
    .addOption(new Option('--count <n>', 'how many').argParser(readWhole('--count', 0)).default(10))
    .addOption(
      new Option('--seed <n>', 'the same seed gives the same payloads')
        .argParser(readWhole('--seed', Number.MIN_SAFE_INTEGER))
        .default(1),
    )
    .option('--set </pointer=value>', 'fixes a member of the body (repeatable)', collect, [])
    .option('--config <file>', 'the config to read instead of assay.config.ts, .yaml or .json in this folder')
    .addHelpText('after', () => `\nExample:\n  assay payloads ${exampleProvider(world)} --edge --count 3 --seed 7\n`)
    .action(async (provider: string, flags: PayloadFlags) => {
      const { findContracts } = await import('../find-contracts.ts')
      const { makePayloads } = await import('../make-payloads.ts')
      const { readPins } = await import('../read-pins.ts')
      const { configPins } = await import('../config/config-pins.ts')
      const { readConfig } = await import('../config/read-config.ts')
      const { withAccountCurrencies } = await import('../config/account-currencies.ts')
      const { refuseUnknownProviders } = await import('../config/known-providers.ts')
      const [found] = await findContracts([provider], world)
      if (found === undefined) return
      const loaded = await readConfig(world, flags.config)
      refuseUnknownProviders(loaded, [found], world)
      const contract = withAccountCurrencies(found, loaded)
      const { count, seed } = flags
      const payloads = makePayloads(contract, choiceOf(flags), {
        count,
        seed,
        pins: new Map([...configPins(loaded, contract), ...readPins(flags.set, contract)]),
        now: world.now(),
      })
      world.print(payloads.map((payload) => `${payload}\n`).join(''))
    })
}

function choiceOf({ edge, breaking }: PayloadFlags): PayloadChoice {
  if (breaking !== undefined) return { sort: 'breaking', rule: breaking }
  return { sort: edge === true ? 'edge' : 'valid' }
}
