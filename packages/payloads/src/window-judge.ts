import type { Operation } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { pageAccount } from './page-account.ts'
import { pinnedAccount } from './pinned-account.ts'
import { safeWindow } from './safe-window.ts'
import { acceptorOf } from './schema/acceptor-of.ts'
import type { Setting } from './setting.ts'
import { settingMemory } from './setting-memory.ts'

/** The parts of the safe window that a draft's body lies outside of, each by its number: what a gateway may refuse though no page says so. */
export const windowJudge: (operation: Operation, setting: Setting) => (draft: Draft) => readonly number[] =
  settingMemory((operation, setting) => {
    const account = pinnedAccount(operation, setting)
    const known = setting.accountKnown ? account : pageAccount(account)
    const parts = safeWindow(operation, known, new Set(setting.pins?.keys())).map(acceptorOf)
    return ({ body }) => parts.flatMap((accepts, number) => (accepts(body) ? [] : [number]))
  })
