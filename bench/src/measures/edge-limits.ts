import type { Rule } from '@assay/contract'
import { valueAt } from '@assay/contract'
import { breakingWays, edgeWays } from '@assay/payloads'
import type { Draft } from '@assay/rules'
import fc from 'fast-check'
import { atMost, type Measure, type Row } from '../measure.ts'
import { benchOf, measured } from '../providers.ts'

/** How many edge and just-breaking payloads, a way at a time, until each length and number limit was met exactly, one below and one above. */
export const edgeLimits: Measure = {
  ids: ['P7'],
  async run() {
    const rows: Row[] = []
    for (const provider of measured) {
      const { operation, setting } = benchOf(provider)
      const limits = operation.rules.filter((rule) => sizes[rule.kind] !== undefined && rule.strength === 'documented')
      const edges = edgeWays(operation, setting, limits)
      const missing = new Set(
        limits.flatMap((rule) => {
          // A code from a list has the lengths that the list has.
          const reachable = edges.some((edge) => edge.rule === rule)
          return [-1, 0, 1].filter((step) => isPossible(rule, step, reachable)).map((step) => `${rule.id} ${step}`)
        }),
      )
      const points = missing.size
      const breaks = limits.flatMap((rule) => breakingWays(operation, rule, setting))
      let payloads = 0
      for (const { drafts } of [...edges, ...breaks]) {
        if (missing.size === 0) break
        for (const draft of fc.sample(drafts, { numRuns: 1, seed: 1 })) {
          payloads += 1
          for (const rule of limits) missing.delete(`${rule.id} ${Math.round(distance(rule, draft) ?? Number.NaN)}`)
        }
      }
      if (missing.size > 0) throw new Error(`Not met for ${provider}: ${[...missing].join(', ')}.`)
      rows.push({
        id: 'P7',
        what: `payloads of ${provider} until ${points} points at limits are met`,
        value: String(payloads),
        must: '100',
        stretch: '50',
        verdict: atMost(payloads, 100, 50),
      })
    }
    return rows
  },
}

const sizes: Readonly<Record<string, (value: unknown) => number | undefined>> = {
  minLength: lengthOf,
  maxLength: lengthOf,
  minimum: Number,
  maximum: Number,
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === 'string' ? [...value].length : undefined
}

function distance(rule: Rule, { body }: Draft): number | undefined {
  const size = sizes[rule.kind]?.(valueAt(body, rule.at))
  return size === undefined ? undefined : size - Number(rule.parameters.value)
}

/** Whether a value may stand at that distance from the limit: no text has less than no character. */
function isPossible({ kind, parameters }: Rule, step: number, reachable: boolean): boolean {
  const breaks = kind.startsWith('min') ? step < 0 : step > 0
  return (breaks || reachable) && (!kind.endsWith('Length') || Number(parameters.value) + step >= 0)
}
