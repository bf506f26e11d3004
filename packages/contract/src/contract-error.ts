/** One thing that is wrong with what was read, and where it stands. */
export interface ContractProblem {
  /** One sentence that says what is wrong and, where it helps, the way out. */
  readonly message: string
  readonly file: string
  /** Counted from 1. */
  readonly line?: number
  /** Counted from 1. */
  readonly column?: number
}

/** Thrown when documents cannot be read as a contract. The message tells the first problem with its place; `problems` has them all. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly problems: readonly ContractProblem[]

  constructor(problems: readonly ContractProblem[]) {
    const [first, ...more] = problems
    const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
    super(first === undefined ? 'The contract cannot be read.' : `${formatProblem(first)}${rest}`)
    this.problems = problems
  }
}

/** A problem on one line: `file:line:column: message`. */
export function formatProblem(problem: ContractProblem): string {
  const { message, file, line, column } = problem
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}: ${message}`
}
