import type { Operation } from '@assay/contract'
import type { Setting } from './setting.ts'

/** The same function, which makes what it gives once for an operation and a setting: neither changes, and generators are dear to make. */
export function settingMemory<Made>(
  make: (operation: Operation, setting: Setting) => Made,
): (operation: Operation, setting: Setting) => Made {
  const memory = new WeakMap<Setting, WeakMap<Operation, { readonly made: Made }>>()
  return (operation, setting) => {
    const ofSetting = memory.get(setting) ?? new WeakMap<Operation, { readonly made: Made }>()
    memory.set(setting, ofSetting)
    const known = ofSetting.get(operation)
    if (known !== undefined) return known.made
    const made = make(operation, setting)
    ofSetting.set(operation, { made })
    return made
  }
}
