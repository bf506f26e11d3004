/** Whether a status is the documented one: `404`, a range such as `4XX`, or `default`. */
export function statusMatches(documented: string, status: number): boolean {
  if (documented === 'default') return true
  const text = String(status)
  return /^\dXX$/i.test(documented) ? text.length === 3 && text.startsWith(documented.charAt(0)) : text === documented
}
