// The public face of what reads documents: apart from the package's own, because the parsers take longer to load than most commands to run.
export { applyOverlay, type Corrected, selectPointers } from './apply-overlay.ts'
export { Origins } from './origins.ts'
export { type Overlay, type OverlayAction, readOverlay } from './overlay.ts'
export { parseDocument } from './parse-document.ts'
export { isCorrection } from './read-corrections.ts'
export { parseReference, type Reference } from './reference.ts'
