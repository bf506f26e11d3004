import { knownContracts } from '../src/known-contracts.ts'

interface ProviderRow {
  readonly provider: string
  readonly title: string
  readonly operations: readonly string[]
  readonly rules: number
  readonly judged: number
  readonly corrections: number
}

/** What the table of providers shows. */
const loader: { readonly load: () => readonly ProviderRow[] } = {
  load: (): readonly ProviderRow[] =>
    knownContracts().map(({ provider, title, operations, corrections }) => {
      const rules = operations.flatMap((operation) => operation.rules)
      return {
        provider,
        title,
        operations: operations.map(({ method, path }) => `${method} ${path}`),
        rules: rules.length,
        judged: rules.filter(({ outcome }) => outcome !== 'unspecified').length,
        corrections: corrections.length,
      }
    }),
}

export default loader

export declare const data: readonly ProviderRow[]
