/** The forms of documentation page that can be read; the values of `format` in a provider's sources.yaml. */
export const pageFormats = [
  'openapi',
  'mintlify-markdown-openapi-yaml',
  'gitbook-markdown-openapi-json',
  'markdown-tables',
  'html-tables',
  'mintlify-text',
  'mintlify-html',
] as const

/** A form of documentation page. */
export type PageFormat = (typeof pageFormats)[number]
