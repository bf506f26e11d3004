import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Reporter, ReportFormat } from '@assay/report'
import { UsageError } from './usage-error.ts'

/**
 * Loads a reporter of the user's own: a module whose default export is a report format, or a function that gets an output and gives a reporter.
 * @throws UsageError where there is no such module, it cannot be loaded, or exports something else.
 */
export async function loadReporter(path: string, folder: string): Promise<ReportFormat> {
  const file = resolve(folder, path)
  let exported: unknown
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(file).href)
    exported = module.default
  } catch (error) {
    const missing =
      error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(file)
    throw new UsageError(
      missing ? `There is no reporter at ${file}.` : `The reporter ${file} cannot be loaded: ${sentence(error)}`,
      { cause: error },
    )
  }
  const made = typeof exported === 'function' ? { reporter: exported } : exported
  if (!isFormat(made)) {
    throw new UsageError(
      `${file} is no reporter: its default export is neither a function that gives { on, end } nor an object with such a function as "reporter".`,
    )
  }
  const format: ReportFormat = { name: path, alone: made.alone === true, reporter: (output) => made.reporter(output) }
  return { ...format, reporter: (output) => guarded(path, () => checked(path, format.reporter(output))) }
}

function isFormat(value: unknown): value is Pick<ReportFormat, 'reporter'> & { readonly alone?: unknown } {
  return typeof value === 'object' && value !== null && 'reporter' in value && typeof value.reporter === 'function'
}

/** A reporter whose failures are told as what they are: nobody's but its own. */
function checked(path: string, reporter: Reporter): Reporter {
  if (typeof reporter?.on !== 'function' || typeof reporter.end !== 'function')
    throw new UsageError(`The reporter ${path} gives no object with the functions "on" and "end".`)
  return {
    on: (event) => guarded(path, () => reporter.on(event)),
    end: () => guarded(path, () => reporter.end()),
  }
}

function guarded<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`The reporter ${path} failed: ${sentence(error)}`, { cause: error })
  }
}

function sentence(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  return /[.!?]$/.test(text) ? text : `${text}.`
}
