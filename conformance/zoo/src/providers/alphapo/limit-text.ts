import type { Call } from '../../provider.ts'

/** What an error says of a limit. */
export function limitText(text: string, has: Call['has']): string {
  return has('limits-untold') ? 'The payment request is not possible.' : text
}
