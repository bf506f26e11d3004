import type { Rule } from '@assay/contract'
import { answerRuleOf } from './rule-of.ts'

const lifetimes = { duration: { at: '/seconds', unit: 'seconds' }, instant: { at: '/until', unit: 'seconds' } }

/** At least one rule of every answer kind. */
export const acmeAnswerRules: readonly Rule[] = [
  answerRuleOf('answer.status', 'status', '', { codes: [200] }),
  answerRuleOf('answer.type', 'answer-content-type', ''),
  answerRuleOf('answer.shape', 'documented-shape', ''),
  answerRuleOf('answer.required', 'documented-shape', '/data', { keywords: ['required'] }),
  answerRuleOf('answer.id-text', 'documented-shape', '/data/id'),
  answerRuleOf('answer.id', 'unique-id', '/data/id'),
  answerRuleOf('answer.echo', 'echoes', '', {
    members: [
      { at: '/data/amount', from: '/amount', as: 'decimal' },
      { at: '/data/note', from: '/note' },
    ],
  }),
  answerRuleOf('answer.currency', 'echoes', '/data/currency', { from: '/currency', always: true }),
  answerRuleOf('answer.created', 'constant', '/data/status', { value: 'created' }),
  answerRuleOf('answer.state', 'one-of', '/data/state', { values: ['new', 'pending'] }),
  answerRuleOf('answer.expires', 'instant', '/data/expires', { ...lifetimes, as: 'unix-seconds', digitString: true }),
  answerRuleOf('answer.ends', 'instant', '/data/ends', { within: 86_400, as: 'iso-8601' }),
  answerRuleOf('answer.link', 'url', '/data/link', { host: 'acme.example' }),
  answerRuleOf('answer.count', 'default', '/data/count', {
    from: '/count',
    value: 30,
    instead: [{ sent: 0, values: [0, 10_080] }],
  }),
  answerRuleOf(
    'answer.network',
    'absent-if',
    '/data/currency/network',
    {},
    { when: [{ at: '/currency/code', currency: 'fiat' }] },
  ),
  answerRuleOf('answer.error', 'error-code', '', { places: ['/error', '/code'], codes: { 422: [422] } }),
]
