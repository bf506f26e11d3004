export type { CallbackCredentials } from '@assay/signing'
export { answerText } from './answer-text.ts'
export type { Call, CallInput, RequestParameters } from './call.ts'
export type { CallbackDefinition } from './callback-definition.ts'
export { CallbackError, type CallbackErrorFacts, type CallbackReason } from './callback-error.ts'
export type { CallbackHeaders } from './callback-headers.ts'
export type { CallOptions, ClientOptions } from './client-options.ts'
export { connect } from './connect.ts'
export { DocumentedError, type DocumentedErrorFacts } from './documented-error.ts'
export type { Fetch } from './fetch.ts'
export type { ErrorDefinition, OperationDefinition } from './operation-definition.ts'
export { type CallbackEvent, receiveCallback } from './receive-callback.ts'
export { TransportError, type TransportErrorFacts, type TransportReason } from './transport-error.ts'
export {
  UndocumentedAnswerError,
  type UndocumentedAnswerFacts,
  type UndocumentedReason,
} from './undocumented-answer-error.ts'
