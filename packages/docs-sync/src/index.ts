export { PageError } from './pages/page-error.ts'
export { type PageFormat, pageFormats } from './pages/page-format.ts'
export type { PagePlace, PageProblem, PageReading } from './pages/page-reading.ts'
export type { PageSource } from './pages/page-source.ts'
