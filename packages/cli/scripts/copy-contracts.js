// Puts every provider's contract beside the built command, so that an installed one finds them without a checkout.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const specs = join(import.meta.dirname, '../../../specs')
const contracts = join(import.meta.dirname, '../dist/contracts')

rmSync(contracts, { recursive: true, force: true })
mkdirSync(contracts, { recursive: true })
for (const provider of readdirSync(specs)) {
  const contract = join(specs, provider, 'contract.json')
  if (existsSync(contract)) cpSync(contract, join(contracts, `${provider}.json`))
}
