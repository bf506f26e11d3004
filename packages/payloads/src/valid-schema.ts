import { type Json, type JsonSchema, type Operation, parsePointer } from '@assay/contract'
import { pageAccount } from './page-account.ts'
import { pinnedAccount } from './pinned-account.ts'
import { requestSchema } from './request-schema.ts'
import { safeWindow } from './safe-window.ts'
import { allOf, schemaWithin } from './schema-within.ts'
import type { Setting } from './setting.ts'
import { settingMemory } from './setting-memory.ts'

/** What valid bodies are made from. */
export interface ValidSchema {
  /** The request schema with its rules, the safe window and the pins. */
  readonly schema: JsonSchema
  /** JSON Pointers of the members that only the account knows and nobody pinned: left out where they may be. */
  readonly absent: ReadonlySet<string>
}

/** What valid bodies of an operation are made from. */
export const validSchema: (operation: Operation, setting: Setting) => ValidSchema = settingMemory(
  (operation, setting) => {
    const pins: ReadonlyMap<string, Json> = setting.pins ?? new Map()
    const account = pageAccount(pinnedAccount(operation, setting))
    const pinned = [...pins].map(([pointer, value]) => schemaWithin(pointer, { const: value }))
    const absent = operation.roles
      .filter(({ role, at }) => role === 'account' && !isPinned(at, pins.keys()))
      .map(({ at }) => at)
    return {
      schema: allOf(requestSchema(operation, account), [
        ...safeWindow(operation, account, new Set(pins.keys())),
        ...pinned,
      ]),
      absent: new Set(absent),
    }
  },
)

/** Whether the member, or one inside it, is pinned. */
function isPinned(at: string, pins: Iterable<string>): boolean {
  const tokens = parsePointer(at)
  return [...pins].some((pin) => tokens.every((token, index) => parsePointer(pin)[index] === token))
}
