import { readFileSync } from 'node:fs'
import { createCryptoprocessingPayments } from '@assay/client-cryptoprocessing-payments'
import { loadContract } from '@assay/contract'
import { clientLaws } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(
  readFileSync(new URL('../../../specs/cryptoprocessing-payments/contract.json', import.meta.url), 'utf8'),
)

for (const law of clientLaws(contract, { client: createCryptoprocessingPayments })) test(law.title, law.check)
