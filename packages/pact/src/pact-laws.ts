import { deepStrictEqual } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import type { Contract, Rule } from '@assay/contract'
import { createMock, serveMock } from '@assay/mock'
import type { Law } from '@assay/rules'
import { comparePact } from './comparison/compare-pact.ts'
import { PactError } from './pact-error.ts'
import { pactFile } from './pact-file.ts'
import { type PactDocument, readPact } from './verification/pact-document.ts'
import { verifyPact } from './verification/verify-pact.ts'

export type { Law } from '@assay/rules'

/** Of so many rules with an interaction of their own one is switched off. */
const EVERY = 4

/**
 * What must be true of the pact of every contract's typed client: every documented error has its interaction, the contract promises all of it, the contract's mock
 * honours it, and a mock with rules switched off fails exactly their interactions.
 * @param folder where the consumer suite wrote the pact
 */
export function pactLaws(contract: Contract, folder: string): readonly Law[] {
  const { provider } = contract
  const pact = (): PactDocument => recorded(provider, folder)
  const errors = contract.operations
    .flatMap(({ rules }) => rules)
    .filter(({ side, answer, outcome }) => side === 'request' && answer !== undefined && outcome !== 'unspecified')
  const successes = contract.operations.flatMap(({ rules }) => rules).filter(({ kind }) => kind === 'status')
  const off = errors.filter((_, index) => index % EVERY === 0)
  return [
    {
      title: `${provider}: every documented error has its interaction`,
      check: () => deepStrictEqual(rulesOf(pact()), errors.map(({ id }) => id).toSorted()),
    },
    {
      title: `${provider}: the contract promises all that the pact asks for`,
      async check() {
        deepStrictEqual(await comparePact(contract, pact()), [])
      },
    },
    {
      title: `${provider}: the mock honours the pact`,
      async check() {
        deepStrictEqual(await brokenAt(contract, pact(), []), [])
      },
    },
    ...[off, successes.slice(0, 1)]
      .filter(([first]) => first !== undefined)
      .map(
        (rules): Law => ({
          title: `${provider}: a mock without ${namesOf(rules)} fails exactly their interactions`,
          async check() {
            const ids = new Set(rules.map(({ id }) => id))
            const theirs = pact().interactions.filter(({ comments }) => {
              const rule = commentOf(comments).rule
              // A rule about every accepted answer has the interactions that are accepted.
              return rule === undefined ? rules[0]?.side === 'answer' : ids.has(rule)
            })
            const expected = theirs.map(({ comments }) => commentOf(comments).case ?? '').toSorted()
            deepStrictEqual(await brokenAt(contract, pact(), [...ids]), expected)
          },
        }),
      ),
  ]
}

function recorded(provider: string, folder: string): PactDocument {
  const file = pactFile(provider, folder)
  if (existsSync(file)) return readPact(readFileSync(file, 'utf8'), file)
  throw new PactError(`No pact is recorded at ${file}: run the script \`pacts\` of this package first.`)
}

/** The cases that fail at the contract's own mock with rules switched off, in order. */
async function brokenAt(contract: Contract, pact: PactDocument, off: readonly string[]): Promise<readonly string[]> {
  const mock = createMock(contract, { off })
  const server = await serveMock(mock)
  try {
    const { credentials, control } = mock
    const events = verifyPact(contract, pact, { baseUrl: server.url(contract.provider), credentials, control })
    const broken: string[] = []
    for await (const event of events) {
      if (event.type === 'case-finished' && event.outcome !== 'kept') broken.push(event.case)
    }
    return broken.toSorted()
  } finally {
    await server.close()
  }
}

function rulesOf({ interactions }: PactDocument): readonly string[] {
  return interactions.flatMap(({ comments }) => commentOf(comments).rule ?? []).toSorted()
}

function commentOf(comments: Readonly<Record<string, unknown>> | undefined): { case?: string; rule?: string } {
  const own: unknown = comments?.assay
  return typeof own === 'object' && own !== null ? own : {}
}

function namesOf(rules: readonly Rule[]): string {
  const [first] = rules
  return rules.length === 1 ? (first?.id ?? '') : `${first?.id} and ${rules.length - 1} other rules`
}
