#!/usr/bin/env node
// Starts the built command. In a checkout where nothing is built yet it builds first, once, however many start at the same time.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..')
// Node 22.8 and later keep what they compiled for the next start, in the folder for temporary files.
module.enableCompileCache?.()

if (await isBuilt()) await import('../bundle/main.js')
else process.exitCode = 2

async function isBuilt() {
  if (!existsSync(join(home, 'tsconfig.build.json'))) return true
  const { buildOnce } = await import('./build-once.js')
  return buildOnce(home)
}
