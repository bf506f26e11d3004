import type { Contract } from '@assay/contract'
import type { PageReading } from '../pages/page-reading.ts'

/** One screen about a new provider: what was read, what is proposed, what nobody knows yet. */
export function readmeText(contract: Contract, readings: readonly PageReading[], proposals: readonly string[]): string {
  const operations = contract.operations.map(({ method, path }) => `\`${method} ${path}\``).join(', ')
  const [first] = contract.operations
  const server =
    first?.server === undefined ? 'a base URL that must be given: the documents name no host' : `\`${first.server}\``
  const problems = readings.flatMap(({ id, problems: told }) =>
    told.map(({ message, line }) => `${message} (\`${id}\`${line === undefined ? '' : `, line ${line}`})`),
  )
  const unknown = [
    ...problems,
    ...(first?.signing === undefined
      ? ['How a request proves who sends it: `x-signing` says it, once it is known.']
      : []),
    'What fields mean (`x-roles`), which currencies an account has (`x-account`), and the rules that stand in prose (`x-rules`).',
  ]
  return `# ${contract.title}

${operations}, on ${server}.

## What was read

${readings.map(({ id, format }) => `- \`${id}\` (${format})`).join('\n')}

\`openapi.yaml\` has the structure of what was read and none of its words. \`sources.yaml\` has a fingerprint of each place.

## What is proposed, and why

${proposals.length === 0 ? 'Nothing: no example contradicts its schema.' : proposals.map((says) => `- ${says}`).join('\n')}

Each stands in \`overlay.yaml\` with \`x-proposed: true\` until a person has looked at it.

## What stays unknown

${[...new Set(unknown)].map((says) => `- ${says}`).join('\n')}
`
}
