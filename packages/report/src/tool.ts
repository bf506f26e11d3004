import { createRequire } from 'node:module'

const manifest: { readonly version: string } = createRequire(import.meta.url)('../package.json')

/** What reports name as their maker. */
export const tool: { readonly name: string; readonly version: string } = { name: 'Assay', version: manifest.version }
