import assert from 'node:assert/strict'
import {
  type Contract,
  isJsonObject,
  type Operation,
  type Rule,
  schemaValidator,
  stringifyJson,
  valueAt,
} from '@assay/contract'
import { accountOf, breaksOnly, brokenBy, type Draft, kindOf, type Law } from '@assay/rules'
import fc from 'fast-check'
import { breakingWays } from './breaking-ways.ts'
import { declaredMembers } from './declared-members.ts'
import { edgeWays } from './edge-ways.ts'
import type { Setting } from './setting.ts'
import { validDrafts } from './valid-drafts.ts'
import { validSchema } from './valid-schema.ts'

/** Keywords that a second validator judges by itself. */
const SCHEMA_KINDS = new Set([
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
])

/** A moment for payloads that go to nobody: 2026-02-02T02:40:00Z. */
const NOW = 1_770_000_000_000

/** What the payloads of every contract obey: `count` valid ones an operation, and a few of every way to break a rule or to stand at its edge. */
export function payloadLaws(contract: Contract, count = 300): readonly Law[] {
  const account = accountOf(contract, { credentials: { key: 'key', secret: 'secret' }, now: () => NOW })
  const setting: Setting = { account, accountKnown: true }
  return contract.operations.flatMap((operation) => [
    ...validLaws(operation, setting, count),
    ...operation.rules
      .filter(({ outcome }) => outcome === 'must-refuse')
      .map((rule) => breakingLaw(operation, rule, setting)),
    edgeLaw(operation, setting),
  ])
}

function validLaws(operation: Operation, setting: Setting, count: number): readonly Law[] {
  const sample = (seed: number) => fc.sample(validDrafts(operation, setting), { numRuns: count, seed })
  return [
    {
      title: 'valid payloads keep the schema and every rule',
      check: () => {
        for (const draft of sample(1)) assertValid(draft, operation, setting)
      },
    },
    {
      title: 'the same seed gives the same payloads, another seed others, and hardly one twice',
      check: () => {
        const bodies = sample(2).map(({ body }) => stringifyJson(body))
        assert.deepEqual(
          sample(2).map(({ body }) => stringifyJson(body)),
          bodies,
        )
        assert.notDeepEqual(
          sample(3).map(({ body }) => stringifyJson(body)),
          bodies,
        )
        assert.ok(new Set(bodies).size >= count * 0.99, `only ${new Set(bodies).size} of ${count} payloads differ`)
      },
    },
    {
      title: 'each optional member is present and absent, in pairs',
      check: () => assertPairs(sample(5), operation, setting),
    },
    {
      title: 'the smallest payload keeps every rule',
      check: () => {
        const refuseAll = fc.property(validDrafts(operation, setting), (_draft: Draft) => false)
        const smallest = fc.check(refuseAll, { seed: 8 }).counterexample?.[0]
        assert.ok(smallest)
        assertValid(smallest, operation, setting)
      },
    },
  ]
}

function breakingLaw(operation: Operation, rule: Rule, setting: Setting): Law {
  return {
    title: `${rule.id} is broken alone`,
    check: () => {
      const kind = kindOf(rule)
      const ways = breakingWays(operation, rule, setting)
      const mayBeNone = kind.side === 'request' && kind.withoutWays === true
      assert.equal(ways.length > 0, !mayBeNone, `${ways.length} ways to break it`)
      const problemsOf = schemaValidator(operation.request?.schema ?? true)
      for (const { way, drafts } of ways) {
        for (const draft of fc.sample(drafts, { numRuns: 15, seed: 6 })) {
          const said = `${way}: ${stringifyJson(draft.body)}`
          assert.ok(breaksOnly(draft, rule, operation, setting.account), said)
          if (SCHEMA_KINDS.has(rule.kind)) assert.notEqual(problemsOf(draft.body).length, 0, said)
        }
      }
    },
  }
}

function edgeLaw(operation: Operation, setting: Setting): Law {
  return {
    title: 'what stands at an edge keeps the schema and every rule',
    check: () => {
      for (const { drafts } of edgeWays(operation, setting)) {
        for (const draft of fc.sample(drafts, { numRuns: 8, seed: 7 })) assertValid(draft, operation, setting)
      }
    },
  }
}

function assertValid(draft: Draft, operation: Operation, setting: Setting): void {
  const text = stringifyJson(draft.body)
  assert.deepEqual(brokenBy(draft, operation, setting.account), [], text)
  assert.deepEqual(schemaValidator(operation.request?.schema ?? true)(draft.body), [], text)
}

/** Of two members that no rule ties to each other, all four combinations appear. */
function assertPairs(drafts: readonly Draft[], operation: Operation, setting: Setting): void {
  const { absent } = validSchema(operation, setting)
  const free = declaredMembers(operation.request?.schema ?? true)
    .filter(({ pointer, required }) => !required && pointer.lastIndexOf('/') === 0)
    .map(({ pointer }) => pointer)
    .filter((pointer) => !absent.has(pointer) && !isTied(pointer, operation))
  for (const [index, one] of free.entries()) {
    for (const other of free.slice(index + 1)) {
      const seen = new Set(drafts.map(({ body }) => `${isThere(body, one)} ${isThere(body, other)}`))
      assert.equal(seen.size, 4, `${one} and ${other} appear as ${[...seen].join(', ')} only`)
    }
  }
}

function isThere(body: Draft['body'], pointer: string): boolean {
  return isJsonObject(body) && valueAt(body, pointer) !== undefined
}

/** Whether a rule makes the presence of the member depend on others. */
function isTied(pointer: string, { rules }: Operation): boolean {
  const name = `"${pointer.slice(1)}`
  return rules.some(({ kind, at, when, parameters }) => {
    if (!/-of$|-if$|^(oneOf|anyOf|not|if|dependent.*)$/.test(kind)) return false
    return JSON.stringify([at.slice(1), when?.map((premise) => premise.at.slice(1)), parameters]).includes(name)
  })
}
