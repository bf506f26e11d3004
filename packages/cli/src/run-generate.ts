import { type Generated, generate } from '@assay/codegen'
import { readContract } from '@assay/contract'
import { ruleKinds } from '@assay/rules'
import { findCheckout } from './checkout.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/**
 * Writes contract and typed client of every provider of a checkout, or with `check` only tells what is not fresh, and gives the exit code.
 * @throws UsageError outside a checkout.
 */
export async function runGenerate(check: boolean, world: World): Promise<number> {
  const root = findCheckout(world.folder)
  if (root === undefined)
    throw new UsageError('There is no folder specs/<provider> here or above: generate works in a checkout.')
  const generated = await generate({ root, check, read: (folder) => readContract(folder, { kinds: ruleKinds }) })
  report(generated, check, world)
  return check && generated.stale.length > 0 ? 1 : 0
}

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
