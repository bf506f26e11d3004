import type { Operation } from '@assay/contract'
import { brokenBy, type Draft } from '@assay/rules'
import { pinnedAccount } from './pinned-account.ts'
import type { Setting } from './setting.ts'
import { settingMemory } from './setting-memory.ts'

/** The ids of the rules that a draft breaks, judged on the bytes that would be sent, once a draft however often it is asked. */
export const draftJudge: (operation: Operation, setting: Setting) => (draft: Draft) => readonly string[] =
  settingMemory((operation, setting) => {
    const account = pinnedAccount(operation, setting)
    const judged = new WeakMap<Draft, readonly string[]>()
    return (draft) => {
      const known = judged.get(draft)
      if (known !== undefined) return known
      const broken = brokenBy(draft, operation, account)
      judged.set(draft, broken)
      return broken
    }
  })
