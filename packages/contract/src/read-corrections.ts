import type { Correction } from './contract.ts'
import { isJsonObject, type Json } from './json.ts'
import type { OverlayAction } from './overlay.ts'
import { type Reading, reportAt } from './reading.ts'

/** What the overlay corrects: its actions, but for those that only add extensions (`x-`). */
export function readCorrections(reading: Reading): Correction[] {
  const { overlay, pages } = reading
  if (overlay === undefined) return []
  return overlay.actions.flatMap((action, index) => {
    for (const { page } of action.evidence ?? []) {
      if (pages === undefined || pages.includes(page)) continue
      const origin = { document: overlay.document, pointer: `/actions/${index}/x-evidence` }
      reportAt(reading, origin, `The page "${page}" does not stand in sources.yaml, which has ${pages.join(', ')}.`)
    }
    if (!isCorrection(action)) return []
    return [
      {
        ...(action.defect === undefined ? {} : { defect: action.defect }),
        says: action.description ?? `Changes ${action.target}.`,
        target: action.target,
        strength: action.strength ?? 'documented',
        evidence: action.evidence ?? [],
      },
    ]
  })
}

/** Whether an action changes what a page says: it names a defect, or does more than add extensions. */
export function isCorrection(action: OverlayAction): boolean {
  return action.defect !== undefined || !onlyExtends(action)
}

function onlyExtends({ update, remove }: OverlayAction): boolean {
  return !remove && update !== undefined && extendsOnly(update)
}

/** Whether every leaf of an update lies below an extension member. */
function extendsOnly(update: Json): boolean {
  if (!isJsonObject(update)) return false
  return Object.entries(update).every(([name, value]) => name.startsWith('x-') || extendsOnly(value))
}
