/** The milliseconds that a `Retry-After` header (RFC 9110, section 10.2.3) asks to wait; undefined where it says none. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Only a date has letters; Date.parse would take bare numbers too.
  const date = /[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
