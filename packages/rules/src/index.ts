export type { Account } from './account.ts'
export { accountOf } from './account-of.ts'
export { answerApplies } from './answer-applies.ts'
export { answerFor } from './answer-for.ts'
export { breaksOnly, brokenBy } from './breaks-only.ts'
export { clockSkew } from './clock-skew.ts'
export { type AuthenticationFault, authenticationFaults, type Draft, type Way } from './draft.ts'
export type {
  Exchange,
  ReceivedAnswer,
  ReceivedRequest,
  RequestHeaders,
} from './exchange.ts'
export { faultApplies } from './fault-applies.ts'
export { fillTemplate } from './fill-template.ts'
export { inOtherCase } from './in-other-case.ts'
export { judgeAnswer } from './judge-answer.ts'
export { type BrokenRule, firstBrokenRule, judgeRequest } from './judge-request.ts'
export { type Broken, broken, type Judgement, type Kept, kept } from './judgement.ts'
export { kindOf } from './kind-of.ts'
export type { Law } from './law.ts'
export { meetsPremises } from './meets-premises.ts'
export { mergeSchemas } from './merge-schemas.ts'
export { narrowToPremises } from './narrow-to-premises.ts'
export { NoSuchValueError } from './no-such-value-error.ts'
export { readTemplate, templatePattern } from './read-template.ts'
export { readBody, receiveAnswer, receiveRequest } from './receive-request.ts'
export type {
  AnswerDraft,
  AnswerRuleKind,
  Bench,
  LimitSearch,
  Made,
  Measure,
  RequestRuleKind,
  RuleKind,
  RuleOf,
  Stage,
} from './rule-kind.ts'
export { stages } from './rule-kind.ts'
export { ruleKinds } from './rule-kinds.ts'
export { sameJson } from './same-json.ts'
export { schemaWithin } from './schema-within.ts'
export { type SealedRequest, type SealOptions, sealDraft } from './seal-draft.ts'
export { sentAt } from './sent-at.ts'
