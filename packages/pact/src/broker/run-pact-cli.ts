import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { type Broker, brokerEnvironment, withoutCredentials } from './broker.ts'

/** How a run of Pact's command line ended. */
export interface PactCliRun {
  readonly code: number
  /** What it said, stdout before stderr, without credentials. */
  readonly output: string
}

const SCRIPT = '@pact-foundation/pact-cli/bin/pact.js'

/** Milliseconds: a broker that does not answer is given up. */
const PATIENCE = 120_000

/**
 * Runs the standard command line of Pact, `pact broker …`, against a broker. Credentials go by the environment, where no list of processes shows them.
 * @throws Error where the program cannot be started
 */
export async function runPactCli(words: readonly string[], broker: Broker): Promise<PactCliRun> {
  const script = createRequire(import.meta.url).resolve(SCRIPT)
  const child = spawn(process.execPath, [script, 'broker', ...words], {
    env: { ...systemEnvironment(), ...brokerEnvironment(broker) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE,
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (ended) => resolve(ended ?? 1))
  })
  return { code, output: withoutCredentials(`${said.stdout}${said.stderr}`.trim(), broker) }
}

/** What a program needs to run and to find a broker behind a proxy; no key of a provider goes with it. */
function systemEnvironment(): Record<string, string> {
  const kept = /^(PATH|HOME|TMPDIR|TEMP|TMP|SystemRoot|LANG|NO_COLOR|SSL_CERT_(FILE|DIR)|(https?|no|all)_proxy)$/i
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      kept.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  )
}
