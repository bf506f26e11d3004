import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with the files given, which goes when the test ends. */
export function temporaryFolder(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-contract-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
