export { type Generated, type GenerateOptions, generate } from './generate.ts'
export { generateClient } from './generate-client.ts'
export { type StaleFile, staleFiles } from './stale-files.ts'
export { writeFiles } from './write-files.ts'
