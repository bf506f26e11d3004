import { type Contract, isJsonObject, type Operation, schemaValidator, stringifyJson, valueAt } from '@assay/contract'
import { breaksOnly, brokenBy, kindOf } from '@assay/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakingWays } from './breaking-ways.ts'
import { declaredMembers } from './declared-members.ts'
import { edgeWays } from './edge-ways.ts'
import type { Setting } from './setting.ts'
import { validDrafts } from './valid-drafts.ts'
import { validSchema } from './valid-schema.ts'

/** Kinds that no request can break. */
const UNBREAKABLE = new Set(['account-state', 'not-checkable'])

/** What the payloads of every contract obey, as tests: `count` valid payloads, and fewer of every way to break a rule or stand at its edge. */
export function payloadLaws(contract: Contract, setting: Setting, count = 300): void {
  for (const operation of contract.operations) describe(operation.id, () => operationLaws(operation, setting, count))
}

function operationLaws(operation: Operation, setting: Setting, count: number): void {
  const sample = (seed: number) => fc.sample(validDrafts(operation, setting), { numRuns: count, seed })
  const problemsOf = schemaValidator(operation.request?.schema ?? true)

  test('valid payloads keep the schema and every rule', () => {
    for (const draft of sample(1)) {
      expect([stringifyJson(draft.body), problemsOf(draft.body)]).toEqual([stringifyJson(draft.body), []])
      expect([stringifyJson(draft.body), brokenBy(draft, operation, setting.account)]).toEqual([
        stringifyJson(draft.body),
        [],
      ])
    }
  })

  test('the same seed gives the same payloads, another seed others', () => {
    expect(sample(2)).toEqual(sample(2))
    expect(sample(2)).not.toEqual(sample(3))
  })

  test('valid payloads differ', () => {
    const bodies = sample(4).map(({ body }) => stringifyJson(body))
    expect(new Set(bodies).size).toBeGreaterThanOrEqual(count * 0.99)
  })

  test('every pair of optional members is absent and present together', () => {
    const { absent } = validSchema(operation, setting)
    const bodies = sample(5).map(({ body }) => body)
    const places = declaredMembers(operation.request?.schema ?? true)
      .filter(({ pointer, required }) => !required && pointer.lastIndexOf('/') === 0 && !absent.has(pointer))
      .map(({ pointer }) => pointer)
    const has = (pointer: string) => bodies.map((body) => isJsonObject(body) && valueAt(body, pointer) !== undefined)
    const seen = new Map(places.map((pointer) => [pointer, has(pointer)]))
    for (const [pointer, present] of seen) {
      if (present.every(Boolean) || !present.some(Boolean)) continue
      for (const [other, otherPresent] of seen) {
        if (other <= pointer || excludes(operation, pointer, other)) continue
        const combinations = new Set(present.map((here, index) => `${here}${otherPresent[index]}`))
        if (otherPresent.every(Boolean) || !otherPresent.some(Boolean)) continue
        expect([pointer, other, [...combinations].sort()]).toEqual([
          pointer,
          other,
          ['falsefalse', 'falsetrue', 'truefalse', 'truetrue'],
        ])
      }
    }
  })

  test.each(operation.rules.filter((rule) => rule.outcome === 'must-refuse').map((rule) => [rule.id, rule] as const))(
    'breaks %s alone',
    (_id, rule) => {
      const ways = breakingWays(operation, rule, setting)
      if (UNBREAKABLE.has(rule.kind)) expect(ways).toEqual([])
      else expect(ways.length).toBeGreaterThan(0)
      for (const { way, drafts } of ways) {
        for (const draft of fc.sample(drafts, { numRuns: 20, seed: 6 })) {
          expect([way, stringifyJson(draft.body), breaksOnly(draft, rule, operation, setting.account)]).toEqual([
            way,
            stringifyJson(draft.body),
            true,
          ])
          if (KEYWORDS_OF_AJV.has(rule.kind)) expect(problemsOf(draft.body)).not.toEqual([])
        }
      }
    },
  )

  test('what stands at an edge keeps the schema and every rule', () => {
    for (const { rule, way, drafts } of edgeWays(operation, setting)) {
      for (const draft of fc.sample(drafts, { numRuns: 10, seed: 7 })) {
        const text = stringifyJson(draft.body)
        expect([rule.id, way, text, brokenBy(draft, operation, setting.account)]).toEqual([rule.id, way, text, []])
        expect([rule.id, way, text, problemsOf(draft.body)]).toEqual([rule.id, way, text, []])
      }
    }
  })

  test('shrinking a valid payload keeps every rule', () => {
    const details = fc.check(
      fc.property(validDrafts(operation, setting), (draft) => brokenBy(draft, operation, setting.account).length > 0),
      { seed: 8 },
    )
    const smallest = details.counterexample?.[0]
    expect(smallest).toBeDefined()
    if (smallest !== undefined) expect(brokenBy(smallest, operation, setting.account)).toEqual([])
  })

  test('answers for its kinds', () => {
    for (const rule of operation.rules) expect(kindOf(rule).kind).toBe(rule.kind)
  })
}

/** Keywords that a second validator judges too. */
const KEYWORDS_OF_AJV = new Set([
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minProperties',
])

/** Whether a rule speaks of both members: then not every combination is valid. */
function excludes(operation: Operation, one: string, other: string): boolean {
  const text = (pointer: string) => `"${pointer.slice(1)}"`
  return operation.rules.some((rule) => {
    const said = `${JSON.stringify(rule.parameters)} "${rule.at.slice(1)}" ${(rule.when ?? []).map(({ at }) => `"${at.slice(1)}"`).join()}`
    return said.includes(text(one)) && said.includes(text(other))
  })
}
