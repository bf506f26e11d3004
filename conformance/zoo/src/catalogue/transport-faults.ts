import type { Fault } from './entry.ts'

/** What goes wrong on the way, and what answers give away. */
export const transportFaults: readonly Fault[] = [
  { provider: 'alphapo', trait: 'error-with-secret', named: ['security.no-secret-in-answer'], sample: true },
  { provider: 'alphapo', trait: 'error-with-signature', named: ['security.no-secret-in-answer'] },
  { provider: 'alphapo', trait: 'error-with-stack', named: ['security.no-stack-trace'] },
  { provider: 'alphapo', trait: 'secret-in-header', named: ['security.no-secret-in-answer'] },
  { provider: 'alphapo', trait: 'stack-without-amount', named: ['security.no-stack-trace', 'http.no-server-error'] },
  { provider: 'alphapo', trait: '500-without-amount', named: ['http.no-server-error'] },
  { provider: 'alphapo', trait: '500-at-times', named: ['http.no-server-error'] },
  { provider: 'alphapo', trait: 'error-500-always', named: ['http.no-server-error'] },
  { provider: 'alphapo', trait: 'hang-without-amount', named: ['http.answers-in-time'] },
  { provider: 'alphapo', trait: 'late-without-amount', named: ['http.answers-in-time'] },
  { provider: 'alphapo', trait: 'reset-without-amount', named: ['http.no-reset'], sample: true },
  { provider: 'alphapo', trait: 'reset-on-errors', named: ['http.no-reset'] },
  { provider: 'alphapo', trait: 'cut-errors', named: ['http.complete-body', 'http.no-reset'] },
  { provider: 'alphapo', trait: 'cut-json', named: ['http.complete-body', 'response.shape', 'response.data-required'] },
  { provider: 'alphapo', trait: 'text-content-type', named: ['response.content-type'] },
  { provider: 'alphapo', trait: 'html-errors', named: ['error.shape-400-404-422', 'error.shape-403'] },
  { provider: 'alphapo', trait: 'empty-errors', named: ['error.shape-400-404-422', 'error.shape-403'] },
  { provider: 'cryptoprocessing-payments', trait: '500-on-no-json', named: ['http.no-server-error'] },
  {
    provider: 'cryptoprocessing-invoices',
    trait: '502-on-long-text',
    named: ['http.no-server-error'],
  },
  {
    provider: 'finrax',
    trait: 'hang-on-long-text',
    named: ['http.answers-in-time'],
  },
  { provider: 'cryptofuse', trait: '500-on-no-json', named: ['http.no-server-error'], sample: true },
]
