import { valueAt } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'
import { textHash } from '../text-hash.ts'
import { withAnswerValue } from '../with-answer-value.ts'

interface Parameters {
  /** What the host ends in: `example.com` takes `pay.example.com` too. Loopback hosts always pass. */
  readonly host?: string | undefined
}

/** A link in the answer is an absolute https URL; http passes on loopback only. */
export const url: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'url',
  parameters: z.strictObject({ host: z.string().optional() }),
  holds({ answer }, rule) {
    const came = valueAt(answer.body, rule.at) ?? undefined
    // What is no string is the fault of `documented-shape`.
    if (typeof came !== 'string') return kept
    if (!/^https?:\/\/[^\s/]/i.test(came) || /\s/.test(came) || !URL.canParse(came)) {
      return broken(`The value at ${rule.at} is no absolute URL.`)
    }
    const { protocol, hostname } = new URL(came)
    if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return kept
    if (protocol !== 'https:') return broken(`The URL at ${rule.at} is not https.`)
    const { host } = rule.parameters
    if (host === undefined || hostname === host || hostname.endsWith(`.${host}`)) return kept
    return broken(`The URL at ${rule.at} is on ${hostname}, not on ${host}.`)
  },
  breaks: (answer, rule) => [
    withAnswerValue(answer, rule.at, '/payment/relative'),
    withAnswerValue(answer, rule.at, 'http://pay.example.com/payment/insecure'),
    ...(rule.parameters.host === undefined
      ? []
      : [withAnswerValue(answer, rule.at, 'https://elsewhere.example/payment')]),
  ],
  makes(request, rule, account) {
    const { link = `https://${rule.parameters.host ?? 'pay.example.com'}/payment/` } = account.profile
    const { buffer, byteOffset, byteLength } = request.bytes
    const seed = `${account.now()} ${Buffer.from(buffer, byteOffset, byteLength).toString('latin1')}`
    return [{ at: rule.at, value: `${link}${link.endsWith('/') ? '' : '/'}${textHash(seed)}` }]
  },
})
