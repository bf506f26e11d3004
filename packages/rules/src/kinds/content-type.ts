import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { mediaTypeOf } from '../media-type-of.ts'
import { defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'

/** The body is sent under the documented media type; its parameters are free. */
export const contentType: RequestRuleKind<Record<string, never>> = defineRequestRule<Record<string, never>>({
  kind: 'content-type',
  stage: 'parse',
  parameters: z.strictObject({}),
  holds(request, _rule, _account, operation) {
    const documented = operation.request?.contentType
    if (documented === undefined) return kept
    const sent = mediaTypeOf(request.headers.get('content-type'))
    if (sent === mediaTypeOf(documented)) return kept
    return broken(
      sent === undefined ? 'The Content-Type header is missing.' : `The Content-Type is ${sent}, not ${documented}.`,
    )
  },
  breaks: (valid, _rule, bench) =>
    bench.operation.request === undefined
      ? []
      : [
          { way: 'Content-Type text/plain', drafts: valid.map((draft) => ({ ...draft, contentType: 'text/plain' })) },
          { way: 'no Content-Type', drafts: valid.map((draft) => ({ ...draft, contentType: null })) },
        ],
  edges: (valid, _rule, bench) =>
    bench.operation.request === undefined
      ? []
      : [
          {
            way: 'Content-Type with a charset',
            drafts: valid.map((draft) => ({
              ...draft,
              contentType: `${bench.operation.request?.contentType}; charset=utf-8`,
            })),
          },
        ],
})
