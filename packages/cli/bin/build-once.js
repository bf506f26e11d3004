// Sees to it that one build runs, and the others wait for it.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Gives true once the command in the folder `home` is built, and false, having told why, when it cannot be. */
export async function buildOnce(home, build = () => buildCommand(home)) {
  /** What the build writes last, and what starts the command: a folder built before there was a bundle has the one without the other. */
  const isBuilt = () => ['dist/contracts', 'bundle/main.js'].every((path) => existsSync(join(home, path)))
  const lock = join(home, '.building')
  while (!isBuilt()) {
    if (!takeLock(lock)) {
      await wait(100)
      continue
    }
    try {
      if (isBuilt()) return true
      process.stderr.write('Building assay, this once …\n')
      await build()
    } catch (error) {
      process.stderr.write(`assay could not be built: ${error.message}\n`)
      return false
    } finally {
      rmSync(lock, { force: true })
    }
  }
  return true
}

async function buildCommand(home) {
  const { buildCheckout } = await import('./build-checkout.js')
  await buildCheckout(join(home, '../..'), 'assay')
}

/** Creates the lock, unless a process that still lives holds it. */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isHeld(lock)) rmSync(lock, { force: true })
  return false
}

function isHeld(lock) {
  try {
    // A lock without a number is about to get one.
    const holder = Number(readFileSync(lock, 'utf8'))
    if (holder > 0) process.kill(holder, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
