import { readFileSync } from 'node:fs'
import { createCryptofuse, isCreatePaymentError } from '@assay/client-cryptofuse'
import { loadContract } from '@assay/contract'
import { clientLaws } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/cryptofuse/contract.json', import.meta.url), 'utf8'))

for (const law of clientLaws(contract, { client: createCryptofuse, isDocumented: isCreatePaymentError }))
  test(law.title, law.check)
