/** The same object without the members that are undefined: JSON has none. */
export function withoutUndefined<Value extends object>(
  value: Value,
): { [Name in keyof Value]: Exclude<Value[Name], undefined> } {
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members) as { [Name in keyof Value]: Exclude<Value[Name], undefined> }
}
