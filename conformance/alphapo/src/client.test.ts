import { readFileSync } from 'node:fs'
import { createAlphapo, isCreatePaymentRequestError } from '@assay/client-alphapo'
import { loadContract } from '@assay/contract'
import { clientLaws } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/alphapo/contract.json', import.meta.url), 'utf8'))

for (const law of clientLaws(contract, { client: createAlphapo, isDocumented: isCreatePaymentRequestError }))
  test(law.title, law.check)
