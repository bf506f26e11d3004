import { readFileSync } from 'node:fs'
import { loadContract } from '@assay/contract'
import { pactLaws } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/finrax/contract.json', import.meta.url), 'utf8'))

for (const law of pactLaws(contract, new URL('../pacts', import.meta.url).pathname)) test(law.title, law.check)
