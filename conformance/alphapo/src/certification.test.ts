import { readFileSync } from 'node:fs'
import { certificationLaws } from '@assay/certify/laws'
import { loadContract } from '@assay/contract'
import { createMock } from '@assay/mock'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/alphapo/contract.json', import.meta.url), 'utf8'))

for (const law of certificationLaws(contract, (options) => createMock(contract, options)))
  test(law.title, law.check, 60_000)
