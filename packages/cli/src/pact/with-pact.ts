import { UsageError } from '../usage-error.ts'

/** Loads what needs Pact's native library, which the command itself does not bring. @throws UsageError where it is not installed */
export async function withPact<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    if (!isMissing || !error.message.includes('@assay/pact')) throw error
    throw new UsageError('`assay pact` needs the package @assay/pact, with the native library of Pact: install it too.')
  }
}
