const texts = new WeakMap<object, string>()

/**
 * The exact text of the body that an answer was read from, or undefined where the value is none of a client's answers: JSON
 * numbers of more than 15 significant digits stand there unrounded.
 */
export function answerText(answer: object): string | undefined {
  return texts.get(answer)
}

/** Keeps the text beside the value parsed from it, for as long as that lives. */
export function keepAnswerText(answer: unknown, text: string): void {
  if (typeof answer === 'object' && answer !== null) texts.set(answer, text)
}
