import { UsageError } from './usage-error.ts'

/** Reads an option's whole number. @throws UsageError */
export function readWhole(flag: string, minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^-?\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value
    const from = minimum === Number.MIN_SAFE_INTEGER ? '' : ` from ${minimum} up`
    throw new UsageError(`${flag} takes a whole number${from}, not "${text}".`)
  }
}

/** Reads an option's number of seconds. @throws UsageError */
export function readSeconds(flag: string): (text: string) => number {
  return (text) => {
    const value = Number(text)
    // A day: beyond it a timer overflows sooner or later, and no answer is waited for so long.
    if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 86_400) return value
    throw new UsageError(`${flag} takes seconds, such as 5 or 0.5, not "${text}".`)
  }
}

/** Reads a rate, `5/s` or `5`: requests a second. @throws UsageError */
export function readRate(text: string): number {
  const value = Number(/^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(text)?.[1])
  if (value > 0) return value
  throw new UsageError(`--rate takes requests a second, such as 5/s, not "${text}".`)
}
