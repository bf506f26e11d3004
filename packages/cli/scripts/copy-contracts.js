// Puts every provider's contract beside the built command, so that an installed one finds them without a checkout, and the hashes of the documents it is of.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const specs = join(import.meta.dirname, '../../../specs')
const contracts = join(import.meta.dirname, '../dist/contracts')

const providers = readdirSync(specs).filter((provider) => existsSync(join(specs, provider, 'contract.json')))
const documents = providers.map((provider) => {
  const files = ['openapi.yaml', 'overlay.yaml', 'callbacks.yaml', 'sources.yaml'].filter((name) =>
    existsSync(join(specs, provider, name)),
  )
  const hash = (name) =>
    createHash('sha256')
      .update(readFileSync(join(specs, provider, name)))
      .digest('hex')
  return [provider, Object.fromEntries(files.map((name) => [name, hash(name)]))]
})
writeFileSync(join(contracts, '../documents.json'), JSON.stringify(Object.fromEntries(documents)))

rmSync(contracts, { recursive: true, force: true })
mkdirSync(contracts, { recursive: true })
for (const provider of providers) cpSync(join(specs, provider, 'contract.json'), join(contracts, `${provider}.json`))
