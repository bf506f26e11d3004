/** The parts of a certification, in the order in which they are planned and judged. */
export const phases = ['doctor', 'measures', 'accepts', 'refuses', 'authenticates', 'remembers', 'withstands'] as const

/** One part of a certification. */
export type Phase = (typeof phases)[number]
