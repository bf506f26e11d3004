import { readFileSync } from 'node:fs'
import { loadContract } from '@assay/contract'
import { payloadLaws } from '@assay/payloads/laws'
import { test } from 'vitest'

const contract = loadContract(readFileSync(new URL('../../../specs/alphapo/contract.json', import.meta.url), 'utf8'))

for (const { title, check } of payloadLaws(contract)) test(title, check)
