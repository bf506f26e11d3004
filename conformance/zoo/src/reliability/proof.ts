/** Something that must be true of every certification, counted. */
export interface Proof {
  /** The row of the table. */
  readonly row: string
  /** What is counted, as a table says it. */
  readonly says: string
  /** Rounds of the whole proof; a test run takes a tenth. */
  readonly rounds: number
  /** Carries out a round, counted from 0, and says what is wrong, if anything is. */
  round(index: number): Promise<string | undefined>
}
