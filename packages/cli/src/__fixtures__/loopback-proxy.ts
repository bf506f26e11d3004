import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

/** An HTTP proxy on this machine that leads every host to one port of it. */
export interface LoopbackProxy {
  readonly url: string
  /** What it was asked for: `CONNECT host:port`, or method and absolute URL. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/**
 * Starts a proxy.
 * @param port where every request ends up, on 127.0.0.1
 * @param refusal the status that every request is refused with, instead
 */
export async function loopbackProxy(port: number, refusal?: number): Promise<LoopbackProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    if (refusal !== undefined) {
      outgoing.writeHead(refusal).end()
      return
    }
    const { pathname, search } = new URL(incoming.url ?? '/')
    const onward = request(
      { host: '127.0.0.1', port, method: incoming.method, path: pathname + search, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, via: '1.1 loopback' })
        answer.pipe(outgoing)
      },
    )
    incoming.pipe(onward)
  })
  server.on('connect', (incoming, socket: Socket) => {
    asked.push(`CONNECT ${incoming.url}`)
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`)
      return
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    for (const end of [socket, onward]) end.on('error', () => undefined)
    sockets.add(onward)
  })
  server.on('connection', (socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
