/** One test of a consumer suite, for a test runner of any kind: `test(one.title, one.check)`. */
export interface ConsumerTest {
  readonly title: string
  /** @throws Error where the client does not send what the pact says, or does not understand the answer */
  check(): Promise<void>
}
