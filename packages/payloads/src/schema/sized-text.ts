import type { Arbitrary } from 'fast-check'

/** Texts of one kind whose length lies within both limits (in characters), or undefined when the kind has none. */
export type SizedText = (minLength: number, maxLength: number) => Arbitrary<string> | undefined
