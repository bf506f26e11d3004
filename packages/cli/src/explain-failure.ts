import { nearestName } from '@assay/contract'
import { CommanderError } from 'commander'
import type { World } from './world.ts'

/** Errors that a user can mend, whose sentence is enough; by name, so that no command loads the packages of the others. */
const expected = [
  'UsageError',
  'CertifyError',
  'ContractError',
  'PactError',
  'SigningProfileError',
  'UnsatisfiableSchemaError',
  'UnsupportedSchemaError',
  'PageError',
  'InitError',
  'UpdateError',
]

/** Tells what stopped a command in one sentence and gives the exit code. The stack trace shows only where `ASSAY_DEBUG` is set. */
export function explainFailure(error: unknown, world: World): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  if (error instanceof CommanderError) world.note(`${sentenceOf(error)}\n`)
  else if (error instanceof Error && expected.includes(error.name)) world.note(`${messageOf(error)}\n`)
  else world.note(`Assay itself failed, which is a fault of it: ${messageOf(error)} (\`ASSAY_DEBUG=1\` shows where.)\n`)
  if (world.environment.ASSAY_DEBUG && error instanceof Error) world.note(`${error.stack}\n`)
  return 2
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The argument parser's message without its prefix, on one line. */
function sentenceOf({ message, code }: CommanderError): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*\((.*)\)$/s, '. $1')
    .replaceAll(/\s*\n\s*/g, ' ')
  const sentence = text.charAt(0).toUpperCase() + text.slice(1)
  const full = (/[.?]$/.test(sentence) ? sentence : `${sentence}.`) + nearestChoice(sentence)
  return code.endsWith('issingArgument') || code.endsWith('excessArguments')
    ? `${full} \`assay help\` shows how it is used.`
    : full
}

/** Of the choices that a message lists the one that is most like what was given. */
function nearestChoice(sentence: string): string {
  const [, given, choices] =
    /(?:argument|value) '([^']*)' is invalid.* Allowed choices are (.*)\.$/.exec(sentence) ?? []
  const near = given === undefined || choices === undefined ? undefined : nearestName(given, choices.split(', '))
  return near === undefined ? '' : ` Did you mean "${near}"?`
}
