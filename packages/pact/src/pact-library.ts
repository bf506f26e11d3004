/**
 * Pact's library with its native code, loaded when it is first needed. Its usage events are switched off.
 * @throws Error where the native library does not load
 */
export async function pactLibrary(): Promise<typeof import('@pact-foundation/pact')> {
  process.env.PACT_DO_NOT_TRACK = '1'
  return import('@pact-foundation/pact')
}
