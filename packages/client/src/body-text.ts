/**
 * A request body as JSON text (RFC 8259).
 * @throws TypeError where a value has no JSON form: `JSON.stringify` would send `null` for an amount that is not a number.
 */
export function bodyText(body: unknown): string {
  const text = JSON.stringify(body, function refuse(this: unknown, name: string, value: unknown): unknown {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new TypeError(`The member "${name}" of the body is ${value}, which JSON cannot say: give a number.`)
    }
    if (typeof value === 'bigint') {
      throw new TypeError(
        `The member "${name}" of the body is a bigint, which JSON cannot say: give a number or a string.`,
      )
    }
    return value
  })
  if (text === undefined) throw new TypeError('The body has no JSON form: give an object.')
  return text
}
