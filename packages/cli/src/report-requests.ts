import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { nearestName } from '@assay/contract'
import { UsageError } from './usage-error.ts'

/** A report that was asked for: to stdout, or to a file. */
export interface ReportRequest {
  /** The name of a format, or the path of a module that makes one. */
  readonly format: string
  /** May hold `{provider}`. */
  readonly file?: string
}

/**
 * Reads `FORMAT[=FILE]`.
 * @param modules whether a format with a slash in it, or with a script's ending, is the path of a module
 * @throws UsageError for a format there is none of, with the nearest one.
 */
export function readReportRequest(text: string, formats: readonly string[], modules = false): ReportRequest {
  const split = text.indexOf('=')
  const format = split < 0 ? text : text.slice(0, split)
  if (!formats.includes(format) && !(modules && isModulePath(format))) {
    const near = nearestName(format, formats)
    const known = `${formats.join(', ')}${modules ? ', or the path of a module such as ./my-reporter.js' : ''}`
    throw new UsageError(
      `There is no report format "${format}". ${near === undefined ? `Formats: ${known}.` : `Did you mean "${near}"?`}`,
    )
  }
  if (split < 0) return { format }
  const file = text.slice(split + 1)
  if (file === '') throw new UsageError(`--report ${format}= names no file.`)
  return { format, file }
}

/** Whether a format is named by the path of its module. */
export function isModulePath(format: string): boolean {
  return /[/\\]|\.[cm]?[jt]s$/.test(format)
}

/**
 * The file of a report, its folder made and writable.
 * @param provider fills `{provider}`; absent: the file holds all
 * @throws UsageError where it cannot be written.
 */
export function reportFile(file: string, provider: string | undefined, folder: string): string {
  const path = resolve(folder, provider === undefined ? file : file.replaceAll('{provider}', provider))
  try {
    mkdirSync(dirname(path), { recursive: true })
    if (existsSync(path) && statSync(path).isDirectory()) throw new Error('it is a folder')
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK)
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${path}: ${reasonOf(error)}.`, { cause: error })
  }
  return path
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'it may not be written'
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'a part of its path is a file'
  return error instanceof Error ? error.message : String(error)
}
