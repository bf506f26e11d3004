import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { createServer } from 'node:tls'
import type { OwnAuthority } from './own-authority.ts'

/** TLS in front of a port of this machine. */
export interface TlsFront {
  readonly port: number
  close(): Promise<void>
}

/** Speaks TLS with an authority's certificate and leads what comes to a port without. */
export async function tlsFront(authority: OwnAuthority, port: number): Promise<TlsFront> {
  const sockets = new Set<Socket>()
  const options = { key: readFileSync(authority.key), cert: readFileSync(authority.certificate) }
  const server = createServer(options, (socket) => {
    const onward = connect(port, '127.0.0.1')
    for (const end of [socket, onward]) end.on('error', () => undefined)
    socket.pipe(onward).pipe(socket)
    sockets.add(socket).add(onward)
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
