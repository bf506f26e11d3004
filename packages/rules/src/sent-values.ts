import { formatPointer, type Json, parsePointer } from '@assay/contract'
import { sentBelow } from './sent-at.ts'

/** Places of a request body of which all values are looked up together, each step of a pointer once. */
export interface SentValues {
  /** Where the value of a place stands in the list that `in` gives. The place is added where it is new. */
  indexOf(pointer: string): number
  /** The values of a body: at each place what `sentAt` finds there. */
  in(body: Json | undefined): readonly (Json | undefined)[]
}

interface Step {
  /** Index of the object or array that holds the value; -1 for the body itself. */
  readonly holder: number
  readonly token: string
}

/** No places yet. */
export function sentValues(): SentValues {
  const indexes = new Map<string, number>()
  // What holds a value stands before it.
  const steps: Step[] = []
  function indexOf(pointer: string): number {
    const known = indexes.get(pointer)
    if (known !== undefined) return known
    const tokens = parsePointer(pointer)
    const token = tokens.at(-1)
    const step = token === undefined ? BODY : { holder: indexOf(formatPointer(tokens.slice(0, -1))), token }
    const index = steps.push(step) - 1
    indexes.set(pointer, index)
    return index
  }
  return {
    indexOf,
    in(body) {
      const values = new Array<Json | undefined>(steps.length)
      let index = 0
      for (const { holder, token } of steps) {
        const above = holder === -1 ? body : values[holder]
        values[index] = above === undefined ? undefined : holder === -1 ? (above ?? undefined) : sentBelow(above, token)
        index += 1
      }
      return values
    },
  }
}

const BODY: Step = { holder: -1, token: '' }
