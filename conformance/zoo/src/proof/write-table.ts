import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { faults } from '../catalogue/faults.ts'
import { knownProviders } from '../providers/known-providers.ts'
import { type Outcome, outcomeFile, proofSeeds, type ReliabilityOutcome, variantSeeds } from './outcome.ts'

const page = new URL('../../../../docs/proof.md', import.meta.url)
const [begin, end] = ['<!-- generated: begin -->', '<!-- generated: end -->']
const providers = Object.keys(knownProviders)

/** Forgets the last proof before a new one, and afterwards writes its table to the page and to stdout. */
export default function setup(): () => void {
  for (const name of [...providers, 'reliability']) rmSync(outcomeFile(name), { force: true })
  return () => {
    if (!providers.every((provider) => existsSync(outcomeFile(provider)))) return
    const outcomes = new Map(
      providers.map((provider): [string, Outcome[]] => [
        provider,
        JSON.parse(readFileSync(outcomeFile(provider), 'utf8')),
      ]),
    )
    const text = [tableOf(outcomes), reliabilityTable()].filter((part) => part !== '').join('\n\n')
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
  const seeds = seedsIn(proofSeeds)
  const missed = Object.values(faults)
    .flat()
    .filter(({ known }) => known)
    .map(({ provider, trait, reason }) => `- ${provider}, ${trait}: ${reason}`)
  return [
    `Faults certified with ${seeds}, right providers with ${seedsIn(variantSeeds)}; a cell is caught of total, the last column alarms of total.`,
    '',
    `| provider | ${kinds.join(' | ')} | all faults | false alarms |`,
    `| --- |${' ---: |'.repeat(kinds.length + 2)}`,
    ...[...outcomes].map(([provider, list]) => row(provider, list)),
    row('all', everything),
    ...(missed.length > 0 ? ['', 'Not caught yet:', '', ...missed] : []),
  ].join('\n')
}

function seedsIn(seeds: readonly number[]): string {
  return seeds.length === 1 ? `seed ${seeds[0]}` : `${seeds.length} seeds`
}

/** What else must be true of every certification; empty where it was not proven in this run. */
function reliabilityTable(): string {
  if (!existsSync(outcomeFile('reliability'))) return ''
  const rows: readonly ReliabilityOutcome[] = JSON.parse(readFileSync(outcomeFile('reliability'), 'utf8'))
  return [
    '| row | counted | found of rounds |',
    '| --- | --- | ---: |',
    ...rows.map(({ row, says, rounds, wrong }) => `| ${row} | ${says} | ${wrong}/${rounds} |`),
  ].join('\n')
}

function caught(list: readonly Outcome[]): string {
  return list.length === 0 ? '–' : `${list.filter(({ right }) => right).length}/${list.length}`
}
