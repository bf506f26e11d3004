import type { ExpectedFailure } from '@assay/certify'

/** What is wrong with an expected failure that did not come, or undefined where nothing is. */
export function staleText({ rule, outcome }: ExpectedFailure): string | undefined {
  if (outcome === 'passed') return `${rule} was expected to fail and passed: take it off the list.`
  if (outcome === 'unknown')
    return `${rule} was expected to fail and is no rule of this contract: take it off the list.`
  return undefined
}
