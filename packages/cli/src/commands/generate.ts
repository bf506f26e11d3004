import type { Generated } from '@assay/codegen'
import { Command } from 'commander'
import { findCheckout } from '../checkout.ts'
import type { CommandMaker } from '../command-maker.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'

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
      const root = findCheckout(world.folder)
      if (root === undefined)
        throw new UsageError('There is no folder specs/<provider> here or above: generate works in a checkout.')
      const { generate } = await import('@assay/codegen')
      const { readContract } = await import('@assay/contract')
      const { ruleKinds } = await import('@assay/rules')
      const generated = await generate({ root, check, read: (folder) => readContract(folder, { kinds: ruleKinds }) })
      report(generated, check, world)
      exit(check && generated.stale.length > 0 ? 1 : 0)
    })

function report({ providers, files, stale }: Generated, check: boolean, world: World): void {
  for (const { path, state } of stale) world.print(`${check ? state : done[state]}: ${path}\n`)
  const fresh = `${files - stale.filter(({ state }) => state !== 'left-over').length} of ${files} files of ${providers.length} providers`
  if (stale.length === 0) world.print(`All ${files} generated files of ${providers.length} providers are fresh.\n`)
  else if (check) world.print(`${fresh} are fresh: \`assay generate\` writes the others.\n`)
  else world.print(`${fresh} were fresh already.\n`)
  const newPackage = stale.some(({ path, state }) => state === 'missing' && path.endsWith('/package.json'))
  if (!check && newPackage) world.note('A client package is new: `npx -y pnpm@10 install` links it.\n')
}

const done = { changed: 'written', missing: 'written', 'left-over': 'removed' } as const
