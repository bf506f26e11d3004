import { readFile, stat } from 'node:fs/promises'
import { ContractError } from './contract-error.ts'
import { parseDocument } from './parse-document.ts'
import type { SourceDocument } from './source-document.ts'

/** Bytes. No description of one API comes near it; reading more costs memory before it says anything. */
const MAXIMUM_SIZE = 5_000_000

/**
 * Reads a YAML or JSON file of at most 5 MB.
 * @param file The path to read.
 * @param name How messages name it; the path itself by default.
 * @throws ContractError with file and line.
 */
export async function readDocument(file: string, name: string = file): Promise<SourceDocument> {
  const bytes = await readBytes(file, name)
  return parseDocument(decode(bytes, name), name)
}

async function readBytes(file: string, name: string): Promise<Uint8Array> {
  try {
    const status = await stat(file)
    // A pipe or a device could keep the reader waiting without end.
    if (!status.isFile()) return refuse(name, 'This is not a file.')
    if (status.size > MAXIMUM_SIZE) {
      return refuse(name, `The file has ${status.size} bytes, at most ${MAXIMUM_SIZE} are read.`)
    }
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      return refuse(
        name,
        error.code === 'ENOENT' ? 'There is no such file.' : `The file cannot be read (${error.code}).`,
      )
    }
    throw error
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const before = text.slice(0, text.indexOf('\uFFFD')).split('\n')
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    throw new ContractError([{ message: 'The file is not UTF-8 text.', file: name, ...place }])
  }
}

function refuse(file: string, message: string): never {
  throw new ContractError([{ message, file, line: 1, column: 1 }])
}
