/**
 * A JSON value (RFC 8259). A number that a double cannot hold exactly stays a {@link JsonNumber}: no amount is rounded by reading it.
 */
export type Json = null | boolean | number | string | JsonNumber | readonly Json[] | JsonObject

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json
}

/** A JSON number kept as its text, because more than 15 significant digits do not survive a double (IEEE 754). */
export class JsonNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** The nearest double: for comparing sizes, never for money. */
  valueOf(): number {
    return Number(this.text)
  }

  toString(): string {
    return this.text
  }
}

/** Whether a value is a JSON object: neither null, an array nor a number kept as text. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
}

/** Whether a value is a JSON number, exact as a double or kept as text. */
export function isJsonNumber(value: unknown): value is number | JsonNumber {
  return typeof value === 'number' || value instanceof JsonNumber
}
