/** The media type of a Content-Type header in lower case, without its parameters (RFC 9110, section 8.3.1); undefined where there is none. */
export function mediaTypeOf(header: string | null | undefined): string | undefined {
  if (header === 'application/json') return header
  return header?.split(';')[0]?.trim().toLowerCase() || undefined
}
