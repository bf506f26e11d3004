/** Formats of numbers (OpenAPI 3.x data types). */
export const numberFormats: ReadonlySet<string> = new Set(['int32', 'int64', 'float', 'double'])

/** Formats of strings that values can be made for; any other format is an annotation, as JSON Schema 2020-12 says (Validation 7.2.1). */
export const stringFormats: ReadonlySet<string> = new Set([
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'idn-email',
  'hostname',
  'idn-hostname',
  'ipv4',
  'ipv6',
  'uri',
  'url',
  'iri',
  'uri-reference',
  'iri-reference',
  'uri-template',
  'uuid',
  'byte',
  'regex',
  'json-pointer',
  'relative-json-pointer',
])

/** Whether values of the format are made on purpose. `binary` and `password` allow any string, so they are no constraint. */
export function isKnownFormat(format: string): boolean {
  return numberFormats.has(format) || stringFormats.has(format)
}
