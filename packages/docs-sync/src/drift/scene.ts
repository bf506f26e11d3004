import type { Json } from '@assay/contract'
import type { Change, ChangeDirection } from './change.ts'

/** A change before it is known where on the page it stands. */
export type ChangeDraft = Omit<Change, 'page' | 'line'>

/** A member that has another name now. */
export interface MemberRename {
  /** JSON Pointer of the object that holds it, in the body as it was. */
  readonly parent: string
  readonly from: string
  readonly to: string
}

/** What the comparison of one body, parameter or operation writes to. */
export interface Scene {
  readonly changes: ChangeDraft[]
  readonly renames: MemberRename[]
  readonly direction: ChangeDirection
  readonly operation: string
  /** What the names of its places begin with: nothing where the document has one operation. */
  readonly prefix: string
  readonly status?: string
  /** Pairs of places that were compared and are alike. */
  readonly alike: Set<string>
  /** Pairs of places whose comparison has begun. */
  readonly open: Set<string>
}

/** A place of a body or parameter. */
export interface Where {
  /** As in sources.yaml, by the names of now. */
  readonly place: string
  /** JSON Pointer into the body, by the names of then. */
  readonly at: string
  /** What of the exchange it is part of, as a sentence begins: `Request`, `Answer 422`, `Header X-Key`. */
  readonly part: string
}

/** How a sentence calls a place. */
export function labelOf({ part, at }: Where): string {
  return at === '' ? part : `${part} ${at}`
}

/** More changes than this tell nothing that the first do not, and a page can be made to have any number. */
export const MAXIMUM_CHANGES = 1000

/** A scene of an operation. */
export function newScene(
  changes: ChangeDraft[],
  operation: string,
  prefix: string,
  direction: ChangeDirection,
  status?: string,
): Scene {
  const at = { changes, renames: [], direction, operation, prefix, alike: new Set<string>(), open: new Set<string>() }
  return status === undefined ? at : { ...at, status }
}

/** What is particular to a change; what its scene tells is added. */
export type ChangeParts = Pick<ChangeDraft, 'subject' | 'action' | 'level' | 'says'> & {
  readonly pointer: ChangeDraft['pointer']
  readonly before?: Json | undefined
  readonly after?: Json | undefined
}

/** Notes a change. */
export function noteChange(scene: Scene, where: Where, { before, after, ...parts }: ChangeParts): void {
  if (scene.changes.length >= MAXIMUM_CHANGES) return
  scene.changes.push({
    ...parts,
    direction: scene.direction,
    operation: scene.operation,
    place: `${scene.prefix}${where.place}`,
    at: where.at,
    ...(scene.status === undefined ? {} : { status: scene.status }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  })
}
