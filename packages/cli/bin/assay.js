#!/usr/bin/env node
// Starts the built command. In a checkout where nothing is built yet it builds first, once, however many start at the same time.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildOnce } from './build-once.js'

const home = join(import.meta.dirname, '..')
const inCheckout = existsSync(join(home, 'tsconfig.build.json'))

if (!inCheckout || (await buildOnce(home))) await import('../dist/main.js')
else process.exitCode = 2
