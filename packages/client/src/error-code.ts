/** The code of an error body: `code`, `error.code`, or an `error` in one word; undefined where there is none. */
export function errorCode(body: unknown): string | number | undefined {
  const error = member(body, 'error')
  const code = member(body, 'code') ?? member(error, 'code')
  if (typeof code === 'string' || typeof code === 'number') return code
  return typeof error === 'string' && /^[A-Za-z][\w.-]*$/.test(error) ? error : undefined
}

/** The text of an error body for a human reader; undefined where there is none. */
export function errorText(body: unknown): string | undefined {
  const error = member(body, 'error')
  const errors = member(body, 'errors')
  const texts = [member(body, 'message'), error, member(error, 'message'), ...values(errors), errors]
  const text = texts.find((candidate) => typeof candidate === 'string')
  return typeof text === 'string' ? text : undefined
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? new Map(Object.entries(value)).get(name)
    : undefined
}

function values(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}
