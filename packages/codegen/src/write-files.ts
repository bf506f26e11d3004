import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StaleFile } from './stale-files.ts'

/** Makes stale files fresh: writes what is changed or missing, removes what is left over. What is fresh is not touched. */
export async function writeFiles(
  root: string,
  expected: ReadonlyMap<string, string>,
  stale: readonly StaleFile[],
): Promise<void> {
  for (const { path, state } of stale) {
    const file = join(root, path)
    const text = expected.get(path)
    if (state === 'left-over' || text === undefined) {
      await rm(file)
      continue
    }
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
