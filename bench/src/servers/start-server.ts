import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A server in a process of its own. */
export interface Served {
  readonly port: number
  readonly reset: () => Promise<void>
  /** Bytes of memory that the process holds (`rss`), or that its values take after a collection (`heap`). */
  readonly memory: (of: 'rss' | 'heap') => Promise<number>
  /** Microseconds that the process has worked so far. */
  readonly processor: () => Promise<number>
  readonly alive: () => boolean
  readonly stop: () => Promise<void>
}

/** Starts one of the servers of this folder. */
export async function startServer(
  name: 'bare-server' | 'mock-server',
  ...parameters: readonly string[]
): Promise<Served> {
  const child = fork(join(import.meta.dirname, `${name}.js`), parameters, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { port } = await told(child)
  return {
    port: Number(port),
    reset: async () => {
      await ask(child, 'reset')
    },
    memory: async (of) => Number((await ask(child, of)).bytes),
    processor: async () => Number((await ask(child, 'processor')).microseconds),
    alive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

function ask(child: ChildProcess, order: string): Promise<Record<string, unknown>> {
  const answer = told(child)
  child.send(order)
  return answer
}

/** What the server tells next. */
async function told(child: ChildProcess): Promise<Record<string, unknown>> {
  const over = new AbortController()
  const message = once(child, 'message', over)
  const ended = once(child, 'exit', over).then(() => Promise.reject(new Error('The server ended by itself.')))
  // Whichever comes later is no longer waited for.
  for (const one of [message, ended]) one.catch(() => undefined)
  try {
    const [first] = await Promise.race([message, ended])
    return first as Record<string, unknown>
  } finally {
    over.abort()
  }
}
