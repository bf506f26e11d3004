/** The sections of a page of parameters. */
export type FieldSection = 'authorizations' | 'header' | 'path' | 'query' | 'cookie' | 'body' | 'response'

const HEADINGS: Readonly<Record<string, FieldSection>> = {
  authorizations: 'authorizations',
  authorization: 'authorizations',
  authentication: 'authorizations',
  headers: 'header',
  'header parameters': 'header',
  'request headers': 'header',
  'path parameters': 'path',
  'query parameters': 'query',
  cookies: 'cookie',
  'cookie parameters': 'cookie',
  body: 'body',
  'request body': 'body',
  'body parameters': 'body',
  response: 'response',
  responses: 'response',
}
const GLUED = /^(.*[.!?)}'"])(Authorizations|Headers|Path Parameters|Query Parameters|Body|Response)$/

/** The section that a line begins, or undefined for any other line. */
export function sectionHeading(line: string): FieldSection | undefined {
  const words = line.toLowerCase()
  return Object.hasOwn(HEADINGS, words) ? HEADINGS[words] : undefined
}

/** A line that a page's heading was glued to, as two; else undefined. */
export function gluedHeading(line: string): readonly [string, string] | undefined {
  const match = GLUED.exec(line)
  return match?.[1] === undefined || match[2] === undefined ? undefined : [match[1], match[2]]
}
