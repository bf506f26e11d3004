import type { ReceivedAnswer } from './exchange.ts'

/** How far the clock of who answered is ahead, in milliseconds, by its Date header (RFC 9110, section 6.6.1); 0 where there is none. */
export function clockSkew({ headers }: Pick<ReceivedAnswer, 'headers'>, receivedAt: number): number {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) ? 0 : date - receivedAt
}
