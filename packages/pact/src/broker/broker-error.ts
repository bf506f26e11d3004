/** Thrown where a broker cannot be reached or refuses the credentials: one sentence, which shows none of them. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError'
}
