import type { Json } from './json.ts'

/** A YAML or JSON text as a value that knows where each of its parts stands. */
export interface SourceDocument {
  /** The file as the user named it. */
  readonly file: string
  readonly value: Json
  /** Where the value at a JSON Pointer stands, a member at its name; where there is none, its nearest parent. */
  readonly place: (pointer: string) => Place
  /** The line of every value by its JSON Pointer, found in one walk. */
  readonly lines: () => ReadonlyMap<string, number>
}

/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}
