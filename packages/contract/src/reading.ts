import { ContractError, type ContractProblem } from './contract-error.ts'
import type { Dialect } from './openapi-version.ts'
import { type Origin, type Origins, problemAt } from './origins.ts'
import type { Overlay } from './overlay.ts'
import type { SourceDocument } from './source-document.ts'

/** What every step of reading a contract shares. */
export interface Reading {
  readonly document: SourceDocument
  readonly dialect: Dialect
  readonly origins: Origins
  readonly overlay: Overlay | undefined
  /** The ids of the pages that evidence may name; undefined where no `sources.yaml` tells them. */
  readonly pages: readonly string[] | undefined
  /** The page that `openapi.yaml` stands for. */
  readonly firstPage: string
  readonly problems: ContractProblem[]
}

/** Notes a problem at the place of a member (or, without a name, of the container itself). */
export function report(reading: Reading, container: object, name: string | number | undefined, message: string): void {
  const origin = name === undefined ? reading.origins.of(container) : reading.origins.ofMember(container, name)
  reportAt(reading, origin, message)
}

/** Notes a problem at an origin. */
export function reportAt(reading: Reading, origin: Origin | undefined, message: string): void {
  const problem = problemAt(origin, reading.document.file, message)
  const known = reading.problems.some(({ file, line, column, ...other }) => {
    return other.message === message && file === problem.file && line === problem.line && column === problem.column
  })
  if (!known) reading.problems.push(problem)
}

/** Ends reading where problems were noted. @throws ContractError */
export function throwProblems(reading: Reading): void {
  if (reading.problems.length > 0) throw new ContractError(reading.problems)
}
