import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { faults } from '../catalogue/faults.ts'
import { knownProviders } from '../providers/known-providers.ts'
import { type Outcome, outcomeFile, proofSeeds } from './outcome.ts'

const page = new URL('../../../../docs/proof.md', import.meta.url)
const [begin, end] = ['<!-- generated: begin -->', '<!-- generated: end -->']
const providers = Object.keys(knownProviders)

/** Forgets the last proof before a new one, and afterwards writes its table to the page and to stdout. */
export default function setup(): () => void {
  for (const provider of providers) rmSync(outcomeFile(provider), { force: true })
  return () => {
    if (!providers.every((provider) => existsSync(outcomeFile(provider)))) return
    const outcomes = new Map(
      providers.map((provider): [string, Outcome[]] => [
        provider,
        JSON.parse(readFileSync(outcomeFile(provider), 'utf8')),
      ]),
    )
    const text = tableOf(outcomes)
    process.stdout.write(`\n${text}\n`)
    const old = readFileSync(page, 'utf8')
    const [before = '', after = ''] = [old.split(begin)[0], old.split(end)[1]]
    writeFileSync(page, `${before}${begin}\n\n${text}\n\n${end}${after}`)
  }
}

function tableOf(outcomes: ReadonlyMap<string, readonly Outcome[]>): string {
  const kinds = Object.keys(faults)
  const everything = [...outcomes.values()].flat()
  const row = (name: string, list: readonly Outcome[]): string => {
    const cells = kinds.map((kind) => caught(list.filter((one) => one.kind === kind)))
    const wrong = list.filter(({ kind }) => kind !== 'variants')
    const right = list.filter(({ kind }) => kind === 'variants')
    return `| ${[name, ...cells, caught(wrong), `${right.filter((one) => !one.right).length}/${right.length}`].join(' | ')} |`
  }
  const seeds = proofSeeds.length === 1 ? `seed ${proofSeeds[0]}` : `seeds ${proofSeeds.join(', ')}`
  const missed = Object.values(faults)
    .flat()
    .filter(({ known }) => known)
    .map(({ provider, trait, reason }) => `- ${provider}, ${trait}: ${reason}`)
  return [
    `Certified with ${seeds}; a cell is caught of total, the last column alarms of total.`,
    '',
    `| provider | ${kinds.join(' | ')} | all faults | false alarms |`,
    `| --- |${' ---: |'.repeat(kinds.length + 2)}`,
    ...[...outcomes].map(([provider, list]) => row(provider, list)),
    row('all', everything),
    ...(missed.length > 0 ? ['', 'Not caught yet:', '', ...missed] : []),
  ].join('\n')
}

function caught(list: readonly Outcome[]): string {
  return list.length === 0 ? '–' : `${list.filter(({ right }) => right).length}/${list.length}`
}
