import { realpathSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'

/**
 * The absolute path of a file inside a folder, or undefined where the path leads out of it, be it by `..` or by a symbolic link.
 * @param folder The folder that may not be left.
 * @param from The folder that the path is relative to, inside the first.
 */
export function insideFolder(folder: string, from: string, path: string): string | undefined {
  const target = resolve(from, path)
  if (!isWithin(resolve(folder), target)) return undefined
  try {
    return isWithin(realpathSync(folder), realpathSync(target)) ? target : undefined
  } catch {
    // What does not exist leads nowhere: reading it says so.
    return target
  }
}

function isWithin(folder: string, target: string): boolean {
  const path = relative(folder, target)
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(folder, path) === target
}
