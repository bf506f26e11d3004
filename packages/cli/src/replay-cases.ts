import { type Replayed, replay, targetOf } from '@assay/certify'
import type { Contract } from '@assay/contract'
import type { CertifyFlags } from './certify-flags.ts'
import type { LoadedConfig } from './config/read-config.ts'
import { environmentBaseUrl } from './credentials.ts'
import { prepareCertifications } from './prepare-certifications.ts'
import type { Recorded } from './read-recorded.ts'
import type { World } from './world.ts'
import { wrapText } from './wrap-text.ts'

/** What the user asked of `assay replay`. */
export interface ReplayFlags
  extends Pick<CertifyFlags, 'baseUrl' | 'rate' | 'budget' | 'timeout' | 'production' | 'config' | 'proxy'> {
  readonly case?: string
  readonly json?: true
}

/**
 * Sends recorded cases of a provider again and tells what changed. Gives 0 where no rule is broken, 1 where one is, 3 where nothing could be sent.
 */
export async function replayCases(
  contract: Contract,
  { cases, target }: Recorded,
  flags: ReplayFlags,
  loaded: LoadedConfig | undefined,
  world: World,
): Promise<number> {
  const asked = { ...flags, ...placeOf(contract, target, flags, loaded, world), set: [], report: [] }
  const prepared = await prepareCertifications([contract], asked, loaded, world)
  const all: Replayed[] = []
  try {
    for (const { contract: ready, options, builtIn } of prepared.certifications) {
      world.note(
        `Replaying ${cases.length} ${cases.length === 1 ? 'case' : 'cases'} of ${ready.provider} at ${options.baseUrl}${builtIn ? ' (built-in mock)' : ''}\n`,
      )
      for await (const one of replay(ready, cases, options)) {
        all.push(one)
        if (flags.json !== true) world.print(replayedText(one, world.width))
      }
    }
  } finally {
    await prepared.close()
  }
  if (flags.json === true) world.print(`${JSON.stringify({ provider: contract.provider, cases: all }, null, 2)}\n`)
  else world.print(`${countsOf(all)}\n`)
  if (world.interrupted.aborted) return 130
  if (all.every(({ outcome }) => outcome === 'unsent')) return 3
  return all.some(({ now }) => now.length > 0) ? 1 : 0
}

/** Where the recorded run was, unless another place is given; a mock that was started for the run is gone. */
function placeOf(
  { provider }: Contract,
  target: string,
  { baseUrl }: ReplayFlags,
  loaded: LoadedConfig | undefined,
  world: World,
): { readonly baseUrl?: string } {
  if (baseUrl !== undefined) return { baseUrl }
  const given = environmentBaseUrl(provider, world) ?? loaded?.config.providers?.[provider]?.baseUrl
  return given !== undefined || targetOf(target).loopback ? {} : { baseUrl: target }
}

function replayedText({ case: id, outcome, now, status, says }: Replayed, width: number): string {
  const verdict = outcome === 'same' && now.length > 0 ? `still breaks ${now.join(', ')}` : words[outcome]
  const head = `${id}: ${verdict}${status === undefined ? '' : ` (${status})`}`
  return [head, ...says.map((text) => `  ${wrapText(text, width, '  ')}`)].map((line) => `${line}\n`).join('')
}

const words = {
  same: 'unchanged',
  changed: 'answers otherwise',
  fixed: 'fixed',
  broken: 'newly broken',
  unsent: 'not sent',
} as const

function countsOf(all: readonly Replayed[]): string {
  const count = (outcome: Replayed['outcome']) => all.filter((one) => one.outcome === outcome).length
  const stand = all.filter(({ outcome, now }) => outcome === 'same' && now.length > 0).length
  const parts = [
    `${stand} still broken`,
    `${count('fixed')} fixed`,
    `${count('broken')} newly broken`,
    `${count('changed')} otherwise`,
    `${count('same') - stand} unchanged`,
    ...(count('unsent') > 0 ? [`${count('unsent')} not sent`] : []),
  ]
  return `${all.length} replayed: ${parts.join(', ')}`
}
