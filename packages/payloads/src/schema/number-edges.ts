import fc from 'fast-check'
import type { Constraints } from './constraints.ts'
import type { PossibleEdge } from './edge.ts'
import { isPlainNumber, numberOnGrid } from './number-arbitrary.ts'
import { numberSteps } from './number-steps.ts'

/** The least and the greatest number and those one step inside; a step is the multiple, or one in the last digit of the limits. */
export function numberEdges(constraints: Constraints, pointer: string, isInteger: boolean): PossibleEdge[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, formats, multiplesOf } = constraints
  const steps = numberSteps(constraints, isInteger)
  const grid = steps.find(({ step }) => isInteger || multiplesOf.length > 0 || step.lt(1)) ?? steps[0]
  if (grid === undefined) return []
  const exact = [...steps].reverse().find(({ step }) => step.gte(grid.step)) ?? grid
  const edges: PossibleEdge[] = []
  const add = (keyword: string, index: bigint, way: (value: number) => string): void => {
    const value = numberOnGrid(index, exact.step)
    if (index < exact.least || index > exact.most || !isPlainNumber(value, multiplesOf)) return
    edges.push({ pointer, keyword, way: way(value), make: () => fc.constant(value) })
  }
  const int32 = formats.includes('int32') ? 'format' : undefined
  const low =
    (minimum ?? -Infinity) > (exclusiveMinimum ?? -Infinity)
      ? 'minimum'
      : exclusiveMinimum === undefined
        ? int32
        : 'exclusiveMinimum'
  if (low !== undefined) {
    add(low, exact.least, (value) => (value === minimum ? `minimum ${value}` : `${value}, the least`))
    add(low, exact.least + 1n, (value) => `${value}, one step above the least`)
  }
  const high =
    (maximum ?? Infinity) < (exclusiveMaximum ?? Infinity)
      ? 'maximum'
      : exclusiveMaximum === undefined
        ? int32
        : 'exclusiveMaximum'
  if (high !== undefined) {
    add(high, exact.most, (value) => (value === maximum ? `maximum ${value}` : `${value}, the greatest`))
    add(high, exact.most - 1n, (value) => `${value}, one step below the greatest`)
  }
  return edges
}
