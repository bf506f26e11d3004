import { z } from 'zod'
import { ContractError } from './contract-error.ts'
import type { Evidence, Strength } from './evidence.ts'
import { evidenceList, strength } from './evidence-shape.ts'
import type { Json } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import type { SourceDocument } from './source-document.ts'
import { strictObject } from './strict-object.ts'

/** An OpenAPI Overlay (version 1.0 or 1.1), read. */
export interface Overlay {
  readonly document: SourceDocument
  /** The generation of the Overlay Specification: 1.1 lets plain values be updated, and refuses to replace one by a list or an object. */
  readonly version: '1.0' | '1.1'
  readonly actions: readonly OverlayAction[]
}

/** One action of an overlay: exactly one of update and remove. */
export interface OverlayAction {
  /** JSONPath (RFC 9535). */
  readonly target: string
  readonly description?: string
  readonly update?: Json
  readonly remove: boolean
  readonly defect?: string
  /** Only where the action says it itself. */
  readonly strength?: Strength
  readonly evidence?: readonly Evidence[]
}

const json = z.custom<Json>((value) => value !== undefined)
const actionShape = strictObject({
  target: z.string().regex(/^\$/, 'a JSONPath begins with "$"'),
  description: z.string().optional(),
  update: json.optional(),
  remove: z.boolean().optional(),
  'x-defect': z.string().min(1).optional(),
  'x-strength': strength.optional(),
  'x-evidence': evidenceList.optional(),
})
const overlayShape = strictObject({
  overlay: z.string().regex(/^1\.[01]\.\d+$/, 'the versions 1.0 and 1.1 are read'),
  info: strictObject({ title: z.string(), version: z.string(), description: z.string().optional() }),
  extends: z.string().optional(),
  actions: z.array(actionShape).min(1),
})

/**
 * Reads an overlay document strictly: the members of the OpenAPI Overlay Specification and extensions (`x-`), nothing else. The action `copy`
 * of version 1.1 is not supported.
 * @throws ContractError with file and line.
 */
export function readOverlay(document: SourceDocument): Overlay {
  const result = overlayShape.safeParse(document.value)
  if (!result.success) {
    throw new ContractError(
      result.error.issues.map(({ path, message, ...issue }) => {
        const names = path.map((name) => (typeof name === 'symbol' ? String(name) : name))
        const unknown = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.slice(0, 1) : []
        const pointer = formatPointer([...names, ...unknown])
        const text = `The overlay is wrong at ${pointer === '' ? 'its root' : pointer}: ${message.replace(/\.$/, '')}.`
        return { message: text, file: document.file, ...document.place(pointer) }
      }),
    )
  }
  const problems = result.data.actions.flatMap(({ update, remove = false }, index) => {
    const place = { file: document.file, ...document.place(formatPointer(['actions', index])) }
    if (update !== undefined && remove)
      return [{ message: `Action ${index + 1} updates and removes: make two actions of it.`, ...place }]
    if (update === undefined && !remove)
      return [{ message: `Action ${index + 1} does nothing: give it "update" or "remove: true".`, ...place }]
    return []
  })
  if (problems.length > 0) throw new ContractError(problems)
  const version = result.data.overlay.startsWith('1.1') ? '1.1' : '1.0'
  return { document, version, actions: result.data.actions.map(readAction) }
}

function readAction(action: z.infer<typeof actionShape>): OverlayAction {
  return {
    target: action.target,
    remove: action.remove ?? false,
    ...(action.description === undefined ? {} : { description: action.description.trim() }),
    ...(action.update === undefined ? {} : { update: action.update }),
    ...(action['x-defect'] === undefined ? {} : { defect: action['x-defect'] }),
    ...(action['x-strength'] === undefined ? {} : { strength: action['x-strength'] }),
    ...(action['x-evidence'] === undefined ? {} : { evidence: action['x-evidence'] }),
  }
}
