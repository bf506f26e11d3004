/** An object with the same names in the same order, each value changed. Made member by member: lists of pairs would cost as much again, and a contract is copied often while it is read. */
export function mapMembers<Value, Changed>(
  object: { readonly [name: string]: Value },
  change: (value: Value) => Changed,
): { [name: string]: Changed } {
  const changed: { [name: string]: Changed } = {}
  for (const name of Object.keys(object)) {
    const value = change(object[name] as Value)
    // A name like any other in JSON, and a trap in an assignment.
    if (name === '__proto__')
      Object.defineProperty(changed, name, { value, enumerable: true, configurable: true, writable: true })
    else changed[name] = value
  }
  return changed
}
