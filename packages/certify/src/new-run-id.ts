import { randomBytes } from 'node:crypto'

/** A run id that no other run has: 8 hex digits. */
export function newRunId(): string {
  return randomBytes(4).toString('hex')
}
