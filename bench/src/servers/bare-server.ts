// The least that node:http can do: it reads the body and answers with bytes made before, as many as the answer of a mock has.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { obeyParent } from './obey-parent.ts'

const body = Buffer.from(JSON.stringify({ data: 'x'.repeat(Number(process.argv[2] ?? 600)) }))
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => obeyParent((server.address() as AddressInfo).port, () => undefined))
