/** Something that is true of every contract, for a test runner of any kind: `test(law.title, law.check)`. */
export interface Law {
  readonly title: string
  /** @throws Error that says what was found where the law does not hold */
  check(): void | Promise<void>
}
