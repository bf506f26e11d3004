import type { Fault } from './entry.ts'

/** What goes wrong with keys and signatures. */
export const signatureFaults: readonly Fault[] = [
  { provider: 'alphapo', trait: 'signature-unchecked', named: ['auth.bad-signature'], sample: true },
  { provider: 'alphapo', trait: 'signature-length-only', named: ['auth.bad-signature'] },
  { provider: 'alphapo', trait: 'signature-prefix', named: ['auth.bad-signature'], sample: true },
  { provider: 'alphapo', trait: 'signature-suffix', named: ['auth.bad-signature'] },
  { provider: 'alphapo', trait: 'signature-of-nothing-too', named: ['auth.bad-signature'] },
  {
    provider: 'alphapo',
    trait: 'signature-reserialised',
    named: ['auth.bad-signature'],
    sample: true,
  },
  { provider: 'alphapo', trait: 'signature-optional', named: ['auth.missing-signature'] },
  { provider: 'alphapo', trait: 'key-unchecked', named: ['auth.bad-key'] },
  { provider: 'alphapo', trait: 'key-optional', named: ['auth.missing-key'] },
  { provider: 'alphapo', trait: 'bad-signature-400', named: ['auth.bad-signature'] },
  { provider: 'cryptoprocessing-payments', trait: 'signature-unchecked', named: ['auth.signature-header'] },
  {
    provider: 'cryptoprocessing-payments',
    trait: 'signature-reserialised',
    named: ['auth.signature-header'],
  },
  { provider: 'cryptoprocessing-invoices', trait: 'key-optional', named: ['auth.key-header'] },
  { provider: 'cryptoprocessing-invoices', trait: 'signature-prefix', named: ['auth.signature-header'] },
  { provider: 'alphapo', trait: 'signature-without-escapes', named: ['auth.bad-signature'] },
  { provider: 'finrax', trait: 'authorization-anywhere', named: ['auth.authorization-pattern'] },
  { provider: 'finrax', trait: 'signature-unchecked', named: ['auth.signature'] },
  { provider: 'finrax', trait: 'path-unsigned', named: ['auth.signature'] },
  {
    provider: 'finrax',
    trait: 'authorization-optional',
    named: ['auth.authorization-pattern', 'auth.signature'],
  },
  {
    provider: 'finrax',
    trait: 'key-unchecked',
    named: ['auth.signature', 'auth.authorization-pattern', 'auth.permission'],
  },
  { provider: 'finrax', trait: 'signature-suffix', named: ['auth.signature'] },
  { provider: 'cryptofuse', trait: 'key-unchecked', named: ['auth.api-key-header'], sample: true },
  { provider: 'cryptofuse', trait: 'key-optional', named: ['auth.api-key-header'] },
]
