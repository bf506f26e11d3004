import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PactError } from '../pact-error.ts'
import { readResults, type VerifierResults } from './verifier-results.ts'

/** A message as its provider sends it: metadata, and the JSON text of its contents. */
export interface VerifierMessage {
  readonly metadata: Readonly<Record<string, string>>
  readonly text: string
}

/** What Pact's Verifier is to do. */
export interface VerifierJob {
  readonly provider: string
  /** The pact file; absent: what `verifier` names, such as a broker. */
  readonly file?: string
  /** The base URL of the stage. */
  readonly stage: string
  /** Names of the provider states that the stage can enter. */
  readonly states: readonly string[]
  /** Milliseconds until a request of the Verifier counts as lost. */
  readonly timeout: number
  /** Asynchronous messages that the provider sends, by description. */
  readonly messages?: Readonly<Record<string, VerifierMessage>>
  /** Further options of pact-js's Verifier, as JSON. */
  readonly verifier?: Readonly<Record<string, unknown>>
}

/** The Verifier's script, beside the sources and beside what is built of them. */
const SCRIPT = join(import.meta.dirname, '../../bin/verify-pact.js')

/** The end of what the Verifier's process wrote to stderr that a message may show. */
const SHOWN = 500

/**
 * Runs Pact's Verifier in a process of its own, whose output is not shown: the results tell everything.
 * @throws PactError where it ends without results
 */
export async function runVerifier(job: VerifierJob): Promise<VerifierResults> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-pact-'))
  try {
    const child = fork(SCRIPT, [], {
      env: environment(job, folder),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-SHOWN)
    })
    const text = await new Promise<string | undefined>((resolve, reject) => {
      child.once('message', (message: { readonly text: string }) => resolve(message.text))
      child.once('error', reject)
      child.once('exit', () => resolve(undefined))
      child.send(job)
    })
    const results = text === undefined ? undefined : readResults(text)
    if (results === undefined)
      throw new PactError(`Pact's Verifier gave no results: ${(text ?? said).trim() || 'it ended early'}.`)
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The environment of the Verifier. Of a pact in a file nothing is fetched: no broker that the environment happens to name, no proxy, and no certificates,
 * which it would read anew for each interaction.
 */
function environment({ file }: VerifierJob, folder: string): NodeJS.ProcessEnv {
  const own = { ...process.env, PACT_DO_NOT_TRACK: '1' }
  if (file === undefined) return own
  const none = join(folder, 'no-certificates.pem')
  writeFileSync(none, '')
  const kept = Object.entries(own).filter(([name]) => !/^(PACT_BROKER_|https?_proxy$|all_proxy$|ASSAY_)/i.test(name))
  return { ...Object.fromEntries(kept), SSL_CERT_FILE: none, SSL_CERT_DIR: folder }
}
