import { readFileSync } from 'node:fs'
import { consumerSuite } from '../consumer/consumer-suite.ts'
import { pactFile } from '../pact-file.ts'
import { type PactDocument, readPact } from '../verification/pact-document.ts'
import { createTill } from './till-client.ts'
import { tillContract } from './till-contract.ts'

/** Records the pact of the till's client into a folder, and reads it. */
export async function recordTill(folder: string): Promise<PactDocument> {
  for (const one of consumerSuite(tillContract, { client: createTill, folder })) await one.check()
  const file = pactFile('till', folder)
  return readPact(readFileSync(file, 'utf8'), file)
}
