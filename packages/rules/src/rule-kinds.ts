import { compositeKinds } from './composite-kinds.ts'
import { absentIf } from './kinds/absent-if.ts'
import { accountState } from './kinds/account-state.ts'
import { accountValue } from './kinds/account-value.ts'
import { additionalProperties } from './kinds/additional-properties.ts'
import { allowedPair } from './kinds/allowed-pair.ts'
import { amountRange } from './kinds/amount-range.ts'
import { answerContentType } from './kinds/answer-content-type.ts'
import { atLeastOneOf } from './kinds/at-least-one-of.ts'
import { atMostOneOf } from './kinds/at-most-one-of.ts'
import { constantKeyword } from './kinds/const.ts'
import { constant } from './kinds/constant.ts'
import { contentType } from './kinds/content-type.ts'
import { currencyType } from './kinds/currency-type.ts'
import { decimalPlaces } from './kinds/decimal-places.ts'
import { defaultValue } from './kinds/default.ts'
import { documentedShape } from './kinds/documented-shape.ts'
import { echoes } from './kinds/echoes.ts'
import { enabledValue } from './kinds/enabled-value.ts'
import { enumeration } from './kinds/enum.ts'
import { errorCode } from './kinds/error-code.ts'
import { exactlyOneOf } from './kinds/exactly-one-of.ts'
import { exchangeRate } from './kinds/exchange-rate.ts'
import { exclusiveMaximum } from './kinds/exclusive-maximum.ts'
import { exclusiveMinimum } from './kinds/exclusive-minimum.ts'
import { forbiddenIf } from './kinds/forbidden-if.ts'
import { format } from './kinds/format.ts'
import { httpsUrl } from './kinds/https-url.ts'
import { instant } from './kinds/instant.ts'
import { key } from './kinds/key.ts'
import { knownValue } from './kinds/known-value.ts'
import { lifetimeRange } from './kinds/lifetime-range.ts'
import { maxItems } from './kinds/max-items.ts'
import { maxLength } from './kinds/max-length.ts'
import { maxProperties } from './kinds/max-properties.ts'
import { maximum } from './kinds/maximum.ts'
import { minItems } from './kinds/min-items.ts'
import { minLength } from './kinds/min-length.ts'
import { minProperties } from './kinds/min-properties.ts'
import { minimum } from './kinds/minimum.ts'
import { multipleOf } from './kinds/multiple-of.ts'
import { notCheckable } from './kinds/not-checkable.ts'
import { oneOfValues } from './kinds/one-of.ts'
import { pattern } from './kinds/pattern.ts'
import { required } from './kinds/required.ts'
import { requiredIf } from './kinds/required-if.ts'
import { signature } from './kinds/signature.ts'
import { status } from './kinds/status.ts'
import { type } from './kinds/type.ts'
import { unique } from './kinds/unique.ts'
import { uniqueId } from './kinds/unique-id.ts'
import { uniqueItems } from './kinds/unique-items.ts'
import { url } from './kinds/url.ts'
import { wellFormedBody } from './kinds/well-formed-body.ts'
import type { RuleKind } from './rule-kind.ts'

/** Every rule kind: to add one, write its file in `kinds/` and name it here. */
export const ruleKinds: readonly RuleKind[] = [
  type,
  required,
  enumeration,
  constantKeyword,
  format,
  pattern,
  minLength,
  maxLength,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
  minItems,
  maxItems,
  uniqueItems,
  minProperties,
  maxProperties,
  additionalProperties,
  ...compositeKinds,
  exactlyOneOf,
  atLeastOneOf,
  atMostOneOf,
  requiredIf,
  forbiddenIf,
  knownValue,
  enabledValue,
  currencyType,
  allowedPair,
  decimalPlaces,
  amountRange,
  lifetimeRange,
  exchangeRate,
  httpsUrl,
  unique,
  key,
  signature,
  contentType,
  wellFormedBody,
  accountState,
  accountValue,
  notCheckable,
  status,
  answerContentType,
  documentedShape,
  echoes,
  constant,
  oneOfValues,
  instant,
  uniqueId,
  url,
  defaultValue,
  errorCode,
  absentIf,
]
