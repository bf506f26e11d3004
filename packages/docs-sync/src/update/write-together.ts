import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { UpdateError } from './update-error.ts'

/** The folder, in the root, in which an update is made ready. */
const WORKSHOP = '.assay-update'
const JOURNAL = 'journal.json'

const journalShape = z.object({
  process: z.number(),
  files: z.array(z.object({ path: z.string(), staged: z.string().optional(), saved: z.string().optional() })),
})
type Journal = z.infer<typeof journalShape>

/**
 * Writes files so that all of them are written or none: their texts are written beside, then a journal, then each is moved into place. Whoever is interrupted
 * between leaves the journal, by which `recoverFiles` puts everything back as it was.
 * @param files Texts by their path from the root, with `/`; undefined for a file to take away.
 * @throws UpdateError where another update is under way.
 */
export function writeTogether(root: string, files: ReadonlyMap<string, string | undefined>): void {
  recoverFiles(root)
  const workshop = join(root, WORKSHOP)
  claim(workshop)
  try {
    const journal: Journal = { process: process.pid, files: [] }
    for (const [path, text] of files) {
      const target = join(root, path)
      const staged = text === undefined ? undefined : stage(workshop, text)
      const saved = existsSync(target) ? stage(workshop, readFileSync(target)) : undefined
      journal.files.push({
        path,
        ...(staged === undefined ? {} : { staged }),
        ...(saved === undefined ? {} : { saved }),
      })
    }
    // From here on a half-done update can be told and undone.
    const draft = stage(workshop, JSON.stringify(journal))
    renameSync(join(workshop, draft), join(workshop, JOURNAL))
    for (const { path, staged } of journal.files) {
      const target = join(root, path)
      if (staged === undefined) rmSync(target, { force: true })
      else {
        mkdirSync(dirname(target), { recursive: true })
        renameSync(join(workshop, staged), target)
      }
    }
  } catch (error) {
    undo(root)
    throw error
  }
  // Without its journal the update is done.
  rmSync(join(workshop, JOURNAL), { force: true })
  rmSync(workshop, { recursive: true, force: true })
}

/**
 * Puts back what an update that was interrupted half-way had written.
 * @returns Whether there was one.
 * @throws UpdateError where the other update still runs.
 */
export function recoverFiles(root: string): boolean {
  const workshop = join(root, WORKSHOP)
  if (!existsSync(workshop)) return false
  const owner = ownerOf(workshop)
  if (owner !== undefined && owner !== process.pid && isRunning(owner)) {
    throw new UpdateError(`Another update is under way (process ${owner}): wait for it to end.`)
  }
  const isHalfDone = existsSync(join(workshop, JOURNAL))
  undo(root)
  return isHalfDone
}

function undo(root: string): void {
  const workshop = join(root, WORKSHOP)
  const journal = join(workshop, JOURNAL)
  if (existsSync(journal)) {
    for (const { path, saved } of journalShape.parse(JSON.parse(readFileSync(journal, 'utf8'))).files) {
      const target = join(root, path)
      if (saved === undefined) rmSync(target, { force: true })
      else {
        mkdirSync(dirname(target), { recursive: true })
        // A copy first: an interruption here leaves the saved file for the next attempt.
        const copy = stage(workshop, readFileSync(join(workshop, saved)))
        renameSync(join(workshop, copy), target)
      }
    }
    rmSync(journal, { force: true })
  }
  rmSync(workshop, { recursive: true, force: true })
}

/** Makes the workshop, which only one update can. */
function claim(workshop: string): void {
  try {
    mkdirSync(workshop)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new UpdateError(`Another update is under way: wait for it to end, or remove ${workshop}.`)
  }
  writeFileSync(join(workshop, `process-${process.pid}`), '')
}

function ownerOf(workshop: string): number | undefined {
  const name = readdirSync(workshop).find((one) => one.startsWith('process-'))
  return name === undefined ? undefined : Number(name.slice('process-'.length))
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Writes a file into the workshop and to the disk, and gives its name. */
function stage(workshop: string, content: string | Uint8Array): string {
  const name = randomUUID()
  const file = openSync(join(workshop, name), 'w')
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return name
}
