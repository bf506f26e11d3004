import type { CallOptions } from './client-options.ts'
import type { OperationDefinition } from './operation-definition.ts'

/** What a call sends. */
export interface CallInput {
  readonly parameters?: RequestParameters | undefined
  readonly body?: unknown
}

/** Values of the parameters by place and name. */
export interface RequestParameters {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
}

/** Calls an operation and gives the parsed body of its documented success. */
export type Call = <Answer>(operation: OperationDefinition, input: CallInput, options?: CallOptions) => Promise<Answer>
