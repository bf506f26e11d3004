import type { Contract } from '@assay/contract'
import { sign } from '@assay/signing'
import type { CertifyOptions } from '../certify-options.ts'
import { standingSays } from '../judge/standing.ts'
import type { Target } from '../target.ts'
import { missesWhatWasSent } from './check-path.ts'
import type { DoctorStep } from './doctor-step.ts'
import type { MistakeId } from './mistakes.ts'
import { type Heard, type Probe, sameAnswer } from './probe.ts'
import { signingVariants, type VariantInput } from './signing-variants.ts'

/** What is known before credentials are looked at. */
export interface CredentialInput {
  readonly contract: Contract
  readonly options: CertifyOptions
  readonly target: Target
  readonly probe: Probe
  /** The answer to the right request. */
  readonly heard: Extract<Heard, { readonly kind: 'answer' }>
  /** How far the provider's clock is ahead, in milliseconds. */
  readonly skew: number
}

/** Whether key and signature are accepted; where not, by whose mistake, or whose it may be. */
export async function checkCredentials(input: CredentialInput): Promise<readonly DoctorStep[]> {
  const { probe, heard } = input
  const { signing } = probe.operation
  if (signing === undefined) return [{ step: 'key', outcome: 'skipped', says: 'The documents ask for no credentials.' }]
  const signed = signing.signature !== undefined
  const unknownKey = await probe.ask({ draft: { fault: 'unknown-key' } })
  const wrongSignature = signed ? await probe.ask({ draft: { fault: 'wrong-secret' } }) : undefined
  if (isRefusal(heard)) return refused(input, unknownKey, wrongSignature)
  const { status } = heard.answer
  const account = heard.standing.kind === 'account' ? standingSays(heard.standing, probe.operation, status) : undefined
  const key: DoctorStep =
    account !== undefined
      ? { step: 'key', outcome: 'fault', says: account, advice: 'Ask the provider to open the account for this API.' }
      : sameAnswer(heard, unknownKey)
        ? {
            step: 'key',
            outcome: 'doubt',
            says: `An unknown key gets the same answer (${status}), so nothing shows that this one is accepted.`,
            advice: whole,
          }
        : { step: 'key', outcome: 'ok', says: `The key is accepted: ${shownStatus(unknownKey)} for an unknown one.` }
  if (wrongSignature === undefined) return [key]
  if (sameAnswer(heard, wrongSignature)) {
    const says = `A wrong signature gets the same answer (${status}), so nothing shows that the right one is accepted.`
    return [key, { step: 'signature', outcome: 'doubt', says, advice: whole }]
  }
  return [key, await overOtherBytes(input, wrongSignature)]
}

const whole = 'Certifying sends whole requests, which show it, and create payments.'

/** A right signature was accepted: is one over the same value, written otherwise, accepted too? */
async function overOtherBytes({ probe }: CredentialInput, wrongSignature: Heard): Promise<DoctorStep> {
  const value: unknown = JSON.parse(Buffer.from(probe.sealed.bytes).toString('utf8'))
  const odd = await probe.ask({ draft: { text: ` ${JSON.stringify(value, null, 3)} ` } })
  const accepted = `The signature is accepted: ${shownStatus(wrongSignature)} for a wrong one.`
  if (odd.kind === 'answer' && isRefusal(odd)) {
    return {
      step: 'signature',
      outcome: 'doubt',
      says: `${accepted} With white space in the body the right signature is refused (${odd.answer.status}), so somebody verifies other bytes than were sent.`,
      causes: ['body-reserialised'],
    }
  }
  return { step: 'signature', outcome: 'ok', says: accepted }
}

async function refused(
  input: CredentialInput,
  unknownKey: Heard,
  wrongSignature: Heard | undefined,
): Promise<readonly DoctorStep[]> {
  const { heard } = input
  const { status } = heard.answer
  const said = heard.text === '' ? `${status}` : `${status}: ${heard.text}`
  const of = heard.standing.kind === 'refused' ? heard.standing.of : 'credentials'
  const mistake = await acceptedVariant(input, isRefusal(unknownKey))
  // A documented error names key or signature; without one, what an unknown key gets tells whether the key was the matter.
  const keyKnown =
    of === 'signature' || (of === 'credentials' && wrongSignature !== undefined && !sameAnswer(heard, unknownKey))
  const step =
    keyKnown ||
    (mistake !== undefined &&
      mistake !== 'secret-and-key-swapped' &&
      mistake !== 'quotes-in-credentials' &&
      wrongSignature !== undefined)
      ? 'signature'
      : 'key'
  const fault = { step, outcome: 'fault', says: `The ${step} was refused (${said}).` } as const
  const known: readonly DoctorStep[] =
    step === 'signature'
      ? [{ step: 'key', outcome: 'ok', says: 'The key is known: the signature is what is refused.' }]
      : []
  if (mistake !== undefined) return [...known, { ...fault, mistake }]
  if (tellsOfAddress(heard.text)) return [...known, { ...fault, mistake: 'ip-not-allowed' }]
  const causes = step === 'signature' ? signatureCauses(input) : await keyCauses(input, unknownKey)
  return [...known, { ...fault, causes }]
}

/**
 * The first mistake in signing whose request is accepted, though no rightly signed one is.
 * @param keyTells whether an unknown key is refused: where any will do, that another is accepted shows nothing
 */
async function acceptedVariant(
  { probe, options, skew, heard }: CredentialInput,
  keyTells: boolean,
): Promise<MistakeId | undefined> {
  const { signing } = probe.operation
  if (signing === undefined) return undefined
  const input = (): VariantInput => ({
    profile: signing,
    sealed: probe.sealed,
    credentials: options.credentials,
    now: (options.clock ?? Date.now)(),
    skew,
  })
  for (const { mistake, headers } of signingVariants(input())) {
    const made = headers(input())
    if (made === undefined || (mistake === 'secret-and-key-swapped' && !keyTells)) continue
    const answer = await probe.ask({ headers: made })
    if (answer.kind !== 'answer' || isRefusal(answer) || sameAnswer(answer, heard)) continue
    if (answer.standing.kind !== 'admitted' && answer.standing.kind !== 'account') continue
    // Once more the right way: who now accepts that too was only slow to.
    const again = await probe.ask({
      headers: sign(signing, {
        pathAndQuery: probe.sealed.pathAndQuery,
        body: probe.sealed.bytes,
        credentials: options.credentials,
        now: input().now,
      }),
    })
    return again.kind === 'answer' && !isRefusal(again) ? undefined : mistake
  }
  return undefined
}

function signatureCauses({ options, probe, skew }: CredentialInput): readonly MistakeId[] {
  const timed = probe.operation.signing?.signature?.timestamp !== undefined
  return [
    'wrong-secret',
    'body-reserialised',
    ...(timed || Math.abs(skew) > 1000 ? (['clock-off'] as const) : []),
    ...(options.proxy === undefined ? [] : (['proxy-in-between'] as const)),
  ]
}

async function keyCauses(
  { probe, contract, target, heard, options }: CredentialInput,
  unknownKey: Heard,
): Promise<readonly MistakeId[]> {
  const production = contract.operations.some(
    ({ server }) =>
      server !== undefined && URL.canParse(server) && new URL(server).hostname === new URL(target.origin).hostname,
  )
  const environment: MistakeId = production ? 'sandbox-key-on-production' : 'production-key-on-sandbox'
  const missing = heard.standing.kind === 'refused' && missesWhatWasSent(probe, heard.standing.rule)
  if (missing) return ['headers-removed', 'path-missing', 'proxy-in-between']
  // Who refuses even a request without credentials in the same words has not looked at them.
  const bare = await probe.ask({ draft: { fault: 'missing-key' } })
  const unseen = heard.answer.status === 403 && sameAnswer(heard, bare) && sameAnswer(heard, unknownKey)
  const other: readonly MistakeId[] = options.proxy === undefined ? [] : ['proxy-in-between']
  if (unseen) return ['ip-not-allowed', environment, ...other]
  return [
    environment,
    'ip-not-allowed',
    ...(probe.operation.signing?.signature === undefined ? [] : (['wrong-secret'] as const)),
    ...other,
  ]
}

/** Whether an answer refuses the credentials: as documented, by its status, or in so many words. */
export function isRefusal(heard: Heard): boolean {
  if (heard.kind !== 'answer') return false
  const { standing, answer } = heard
  if (standing.kind === 'refused') return true
  const words =
    /signature|hmac|unauthori[sz]ed|not authori[sz]ed|forbidden|credential|api.?key|invalid key|timestamp.*(expired|invalid|old|window)|white-?list|allow-?list/i
  return standing.kind === 'admitted' && (answer.status === 400 || answer.status === 403) && words.test(heard.text)
}

function tellsOfAddress(text: string): boolean {
  return /\bip\b|white-?list|allow-?list|\bip[ _-]?address/i.test(text)
}

function shownStatus(heard: Heard): string {
  return heard.kind === 'answer' ? `${heard.answer.status}` : 'no answer'
}
