import { readFileSync } from 'node:fs'
import { verifyCallback } from '@assay/client-cryptoprocessing-invoices'
import { loadContract } from '@assay/contract'
import { callbackSuite } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(
  readFileSync(new URL('../../../specs/cryptoprocessing-invoices/contract.json', import.meta.url), 'utf8'),
)
const folder = new URL('../pacts', import.meta.url).pathname

for (const one of callbackSuite(contract, { verifyCallback, folder })) test(one.title, one.check)
