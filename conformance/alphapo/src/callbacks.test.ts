import { readFileSync } from 'node:fs'
import { loadContract } from '@assay/contract'
import { verifyCallbacks } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/alphapo/contract.json', import.meta.url), 'utf8'))

test('the mock sends callbacks as the pact of the handler asks for them', () =>
  verifyCallbacks(contract, new URL('../pacts', import.meta.url).pathname))
