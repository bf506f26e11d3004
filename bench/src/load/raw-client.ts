import { connect, type Socket } from 'node:net'

/** What a load did. */
export interface Load {
  readonly answered: number
  /** Answers whose status was none of those expected. */
  readonly unexpected: number
  readonly seconds: number
  /** Milliseconds from sending to the whole answer, of each request. */
  readonly latencies: readonly number[]
}

/** What is sent, and what is to come back. */
export interface LoadOptions {
  readonly port: number
  readonly connections: number
  /** Gives the bytes of the next request; undefined ends the load. */
  readonly next: () => Buffer | undefined
  /** Whether a status is what should come. */
  readonly expected: (status: number) => boolean
  /** Until no further request is sent; absent: until there is none. */
  readonly seconds?: number
}

/** Sends requests as raw bytes over kept-alive connections: a client that costs next to nothing, so that the server's work is what is measured. */
export async function load(options: LoadOptions): Promise<Load> {
  const latencies: number[] = []
  const state = { answered: 0, unexpected: 0, latencies }
  const begun = performance.now()
  const until = begun + (options.seconds ?? Number.POSITIVE_INFINITY) * 1000
  await Promise.all(Array.from({ length: options.connections }, () => drive(options, state, until)))
  return { ...state, seconds: (performance.now() - begun) / 1000 }
}

interface State {
  answered: number
  unexpected: number
  readonly latencies: number[]
}

function drive(options: LoadOptions, state: State, until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true })
    let received = Buffer.alloc(0)
    let sentAt = 0
    const send = (): void => {
      const now = performance.now()
      const bytes = now < until ? options.next() : undefined
      sentAt = now
      if (bytes === undefined) end(socket, resolve)
      else socket.write(bytes)
    }
    socket.on('connect', send)
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const answer = wholeAnswer(received)
      if (answer === undefined) return
      received = Buffer.alloc(0)
      state.answered += 1
      state.latencies.push(performance.now() - sentAt)
      if (!options.expected(answer.status)) state.unexpected += 1
      send()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}

function end(socket: Socket, resolve: () => void): void {
  socket.end()
  socket.destroy()
  resolve()
}

/** The status of an answer once all of it is there (RFC 9112: a length, or chunks). */
function wholeAnswer(bytes: Buffer): { readonly status: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) return bytes.length >= headEnd + 4 + Number(length) ? { status } : undefined
  return bytes.subarray(-5).equals(lastChunk) ? { status } : undefined
}

const lastChunk = Buffer.from('0\r\n\r\n')
