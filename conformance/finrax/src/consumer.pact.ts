import { readFileSync } from 'node:fs'
import { createFinrax } from '@assay/client-finrax'
import { loadContract } from '@assay/contract'
import { consumerSuite } from '@assay/pact'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/finrax/contract.json', import.meta.url), 'utf8'))
const folder = new URL('../pacts', import.meta.url).pathname

for (const one of consumerSuite(contract, { client: createFinrax, folder })) test(one.title, one.check)
