import { readFileSync } from 'node:fs'
import { createCryptoprocessingInvoices } from '@assay/client-cryptoprocessing-invoices'
import { loadContract } from '@assay/contract'
import { clientLaws } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(
  readFileSync(new URL('../../../specs/cryptoprocessing-invoices/contract.json', import.meta.url), 'utf8'),
)

for (const law of clientLaws(contract, { client: createCryptoprocessingInvoices })) test(law.title, law.check)
