import { readFileSync } from 'node:fs'
import { createFinrax } from '@assay/client-finrax'
import { loadContract } from '@assay/contract'
import { clientLaws } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/finrax/contract.json', import.meta.url), 'utf8'))

for (const law of clientLaws(contract, { client: createFinrax })) test(law.title, law.check)
