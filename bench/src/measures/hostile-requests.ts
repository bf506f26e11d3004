import { connect } from 'node:net'
import { load } from '../load/raw-client.ts'
import { validRequests } from '../load/request-pools.ts'
import type { Measure } from '../measure.ts'
import { benchOf } from '../providers.ts'
import { startServer } from '../servers/start-server.ts'

/** Milliseconds after which a connection that nobody ends counts as a hang: the client stops sending, so the server has nothing to wait for. */
const PATIENCE = 10_000
const AT_ONCE = 32

/** Requests that are no requests, or bad ones, sent as bytes: none may end the mock or leave it hanging, and a body beyond 1 MiB is refused with 413. */
export const hostileRequests: Measure = {
  ids: ['R16'],
  async run({ hostile }) {
    const bench = benchOf('alphapo')
    const mock = await startServer('mock-server', 'alphapo')
    const [valid = Buffer.alloc(0)] = validRequests(bench, 1)
    const path = `${bench.mock.base}${bench.operation.path}`
    let hangs = 0
    let sent = 0
    const worker = async (): Promise<void> => {
      while (sent < hostile && mock.alive()) {
        sent += 1
        if (!(await ends(mock.port, hostileBytes(sent, path, valid)))) hangs += 1
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const crashes = mock.alive() ? 0 : 1
    const large = crashes === 1 ? 0 : await statusOf(mock.port, largeRequest(path))
    let after = 0
    if (crashes === 0) {
      await mock.reset()
      const one = [valid]
      const done = await load({
        port: mock.port,
        connections: 1,
        next: () => one.pop(),
        expected: (status) => status === 200,
      })
      after = done.answered - done.unexpected
      await mock.stop()
    }
    const right = crashes === 0 && hangs === 0 && large === 413 && after === 1
    return [
      {
        id: 'R16',
        what: `${sent.toLocaleString('en')} hostile requests to a mock: crashes, hangs, status of a body beyond 1 MiB`,
        value: `${crashes}, ${hangs}, ${large}`,
        must: '0, 0, 413',
        verdict: right ? 'pass' : 'miss',
      },
    ]
  },
}

/** Sends bytes, says that no more will come, and tells whether the server ended the connection in time. */
function ends(port: number, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const timer = setTimeout(() => finish(false), PATIENCE)
    const finish = (ended: boolean): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(ended)
    }
    socket.on('connect', () => socket.end(bytes))
    socket.on('data', () => undefined)
    socket.on('error', () => finish(true))
    socket.on('close', () => finish(true))
  })
}

function statusOf(port: number, bytes: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(bytes))
    socket.once('data', (chunk) => {
      resolve(Number(chunk.toString('latin1', 9, 12)))
      socket.destroy()
    })
    socket.on('error', () => resolve(0))
  })
}

function largeRequest(path: string): Buffer {
  const body = Buffer.alloc(2 ** 20 + 1, 'x')
  return Buffer.concat([head(path, `content-length: ${body.length}\r\n`), body])
}

function head(path: string, headers: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${headers}\r\n`,
    'latin1',
  )
}

/** One bad request of many sorts, the same for the same number. */
function hostileBytes(number: number, path: string, valid: Buffer): Buffer {
  const random = randomOf(number)
  const withBody = (body: Buffer, headers = ''): Buffer =>
    Buffer.concat([head(path, `connection: close\r\ncontent-length: ${body.length}\r\n${headers}`), body])
  const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
  const text = (value: string): Buffer => withBody(Buffer.from(value))
  const sorts: readonly (() => Buffer)[] = [
    () => noise(1 + Math.floor(random() * 300)),
    () => withBody(noise(Math.floor(random() * 300))),
    () => valid.subarray(0, Math.floor(random() * valid.length)),
    () => flipped(valid, random),
    () => text('['.repeat(5000)),
    () => text(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`),
    () => text('{"__proto__":{"amount":"1"},"constructor":{"prototype":{}},"amount":{"toString":1}}'),
    () => text(`{"amount":${'9'.repeat(5000)}}`),
    () => text(`{"amount":"${'9'.repeat(20_000)}","currency":{"iso":"EUR"}}`),
    () => text('{"amount":1e400,"currency":null}'),
    () => text('"\\ud800"'),
    () => withBody(Buffer.from('{}'), `x-processing-key: ${'k'.repeat(7000)}\r\n`),
    () => withBody(Buffer.from('{}'), `x-processing-signature: ${'é'.repeat(64)}\r\nx-processing-key: \t\r\n`),
    () => Buffer.from(`POST ${path}/../../etc/passwd HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`),
    () => Buffer.from(`GET /${'%'.repeat(200)}?${'a'.repeat(2000)} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`),
    () => Buffer.from(`${'X'.repeat(50)} * HTTP/9.9\r\n\r\n`),
    () =>
      Buffer.concat([
        head(path, 'transfer-encoding: chunked\r\nconnection: close\r\n'),
        Buffer.from('zz\r\n{}\r\n0\r\n\r\n'),
      ]),
    () =>
      Buffer.concat([
        head(path, 'transfer-encoding: chunked\r\ncontent-length: 4\r\nconnection: close\r\n'),
        Buffer.from('2\r\n{}\r\n0\r\n\r\n'),
      ]),
    () => Buffer.concat([head(path, 'content-length: 100\r\n'), Buffer.from('{"amount"')]),
    () =>
      head(
        path,
        `${Array.from({ length: 150 }, (_, index) => `x-${index}: 1\r\n`).join('')}connection: close\r\ncontent-length: 0\r\n`,
      ),
  ]
  return (sorts[number % sorts.length] ?? sorts[0])?.() ?? Buffer.alloc(0)
}

function flipped(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes)
  for (let times = 0; times < 3; times += 1) {
    const at = Math.floor(random() * copy.length)
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
  }
  return copy
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
