#!/usr/bin/env node
// Whether contract and client of the provider that this folder is named after are what would be generated now. Needs a build of this package.
import { basename, join, resolve } from 'node:path'
import { readContract } from '@assay/contract'
import { ruleKinds } from '@assay/rules'
import { generate } from '../dist/index.js'

const root = resolve(process.cwd(), '../..')
const provider = basename(process.cwd())
const read = (folder) => readContract(folder, { kinds: ruleKinds })
const { files, stale } = await generate({ root, read, check: true, providers: [provider] })
for (const { path, state } of stale) console.error(`${state}: ${join(root, path)}`)
console.log(`${files - stale.length} of ${files} generated files of ${provider} are fresh.`)
if (stale.length > 0) console.error('`npx -y pnpm@10 generate` writes the others.')
process.exitCode = stale.length > 0 ? 1 : 0
