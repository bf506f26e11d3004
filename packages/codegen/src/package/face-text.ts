import type { Contract } from '@assay/contract'
import type { ClientCallback } from '../client-callback.ts'
import type { ClientOperation } from '../client-operation.ts'
import { commentText } from '../comment-text.ts'
import { quoted } from '../literal.ts'
import { pascalCase } from '../naming.ts'
import { callbackFaceText } from './callback-face-text.ts'
import { GENERATED } from './generated-notice.ts'
import { summaryOf } from './operations-text.ts'

/** `src/index.ts`: the factory, one typed function an operation, and the types by name. */
export function faceText(
  contract: Contract,
  operations: readonly ClientOperation[],
  callbacks: readonly ClientCallback[],
): string {
  const client = pascalCase(contract.provider)
  const typeNames = [...operations.flatMap(typeNamesOf), ...callbacks.map(({ bodyName }) => bodyName)].sort()
  const receives = callbacks.length > 0
  const lines = [
    GENERATED,
    receives
      ? `import {\n  type CallbackCredentials,\n  type CallbackHeaders,\n  type CallOptions,\n  type ClientOptions,\n  connect,\n  DocumentedError,\n  receiveCallback,\n} from '@assay/client'`
      : "import { type CallOptions, type ClientOptions, connect, DocumentedError } from '@assay/client'",
    ...(receives
      ? [
          `import {\n${callbacks.map(({ definitionName }) => `  ${definitionName},\n`).join('')}} from './generated/callbacks.ts'`,
        ]
      : []),
    `import {\n${operations.map(({ name }) => `  ${name}Definition,\n`).join('')}} from './generated/operations.ts'`,
    `import type {\n${typeNames.map((name) => `  ${name},\n`).join('')}} from './generated/types.ts'`,
    '',
    'export {',
    '  answerText,',
    ...(receives ? ['  CallbackError,', '  type CallbackHeaders,'] : []),
    '  type CallOptions,',
    '  DocumentedError,',
    '  TransportError,',
    '  UndocumentedAnswerError,',
    "} from '@assay/client'",
    `export type {\n${typeNames.map((name) => `  ${name},\n`).join('')}} from './generated/types.ts'`,
    '',
    optionsText(contract, client, operations),
    `/** A typed client of ${commentText(contract.title)}. */\nexport interface ${client} {`,
    ...operations.map((operation) => `${doc(operation, '  ')}  ${operation.name}${signatureOf(operation)}`),
    '}',
    '',
    '/**',
    ` * Makes a typed client of ${commentText(contract.title)}. Nothing is sent yet.`,
    ' * @throws Error where an option is missing or wrong.',
    ' */',
    `export function create${client}(options: ${client}Options): ${client} {`,
    `  const call = connect(${quoted(contract.provider)}, [${operations.map(({ name }) => `${name}Definition`).join(', ')}], options)`,
    '  return {',
    ...operations.map(
      (operation) =>
        `    ${operation.name}: (${argumentNames(operation).join(', ')}) =>\n      call<${operation.typeName}Answer>(${operation.name}Definition, ${inputOf(operation)}, options),`,
    ),
    '  }',
    '}',
    ...operations.flatMap((operation) => ['', guardText(contract, operation)]),
    ...(receives ? ['', callbackFaceText(contract, callbacks)] : []),
    '',
  ]
  return lines.join('\n')
}

/** The declared types of an operation's face. */
export function typeNamesOf({ typeName, operation }: ClientOperation): string[] {
  return [
    ...(operation.parameters.length > 0 ? [`${typeName}Parameters`] : []),
    ...(operation.request ? [`${typeName}Body`] : []),
    `${typeName}Answer`,
    `${typeName}ErrorBody`,
    `${typeName}ErrorName`,
  ]
}

function optionsText(contract: Contract, client: string, operations: readonly ClientOperation[]): string {
  const signs = operations.some(({ operation }) => operation.signing?.signature)
  const placeless = operations.some(({ operation }) => operation.server === undefined)
  const left = [...(signs ? [] : ['secret']), ...(placeless ? ['baseUrl'] : [])]
  const needed = [...(signs ? ['secret'] : [])]
  const base =
    left.length + needed.length === 0
      ? 'ClientOptions'
      : `Omit<ClientOptions, ${[...left, ...needed].map(quoted).join(' | ')}>`
  const members = [
    ...(signs ? ['  /** The secret that signs; it never travels. */', '  readonly secret: string'] : []),
    ...(placeless
      ? ['  /** Where the provider is: its documents name no server. */', '  readonly baseUrl: string']
      : []),
  ]
  const head = `/** How a client reaches ${commentText(contract.title)}. */`
  return `${head}\nexport interface ${client}Options extends ${base} {${members.length === 0 ? '' : `\n${members.join('\n')}\n`}}\n`
}

function doc(operation: ClientOperation, indent: string): string {
  const errors = `Throws a DocumentedError (see \`is${operation.typeName}Error\`), an UndocumentedAnswerError or a TransportError.`
  return `${indent}/**\n${indent} * ${summaryOf(operation)}\n${indent} * ${errors}\n${indent} */\n`
}

function signatureOf(operation: ClientOperation): string {
  const { parameters, request } = operation.operation
  const mark = request?.required === false ? '?' : ''
  const list = [
    ...(parameters.length > 0 ? [`parameters: ${operation.typeName}Parameters`] : []),
    ...(request ? [`body${mark}: ${operation.typeName}Body`] : []),
    'options?: CallOptions',
  ]
  return `(${list.join(', ')}): Promise<${operation.typeName}Answer>`
}

function argumentNames({ operation }: ClientOperation): string[] {
  return [...(operation.parameters.length > 0 ? ['parameters'] : []), ...(operation.request ? ['body'] : []), 'options']
}

function inputOf({ operation }: ClientOperation): string {
  const members = [...(operation.parameters.length > 0 ? ['parameters'] : []), ...(operation.request ? ['body'] : [])]
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function guardText(contract: Contract, { name, typeName }: ClientOperation): string {
  const type = `DocumentedError<${typeName}ErrorName, ${typeName}ErrorBody>`
  return [
    `/** Whether something that was caught is a documented error of \`${name}\`. */`,
    `export function is${typeName}Error(error: unknown): error is ${type} {`,
    `  return error instanceof DocumentedError && error.provider === ${quoted(contract.provider)} && error.operation === ${quoted(name)}`,
    '}',
  ].join('\n')
}
