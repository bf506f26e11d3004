import fc from 'fast-check'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { narrowAt } from '../narrow-at.ts'
import { replacing } from '../replacing.ts'
import { defineValueRule, type RequestRuleKind } from '../rule-kind.ts'
import { schemaWithin } from '../schema-within.ts'
import { validates } from '../validates.ts'

interface Parameters {
  /** Whether the host must be a domain name. Default: it must; with false an IP address or a single label passes too. */
  readonly domain?: boolean | undefined
}

const HTTP_URL = { 'an http URL': 'http://example.com/path' }

/** https URLs without a domain name. */
const ADDRESS_URLS = {
  'an IPv4 address as host': 'https://203.0.113.7/path',
  'an IPv6 address as host': 'https://[2001:db8::7]/path',
}

/** What no URL parser takes for an absolute URL. */
const NO_URLS = {
  'no scheme': 'example.com/path',
  'no host': 'https://',
  'spaces in the host': 'https://exa mple.com/path',
}

const schema = { 'x-https-url': true }

/** A string is an absolute https URL with a domain name as its host (RFC 9110, section 4.2.2). */
export const httpsUrl: RequestRuleKind<Parameters> = defineValueRule<Parameters>({
  kind: 'https-url',
  stage: 'validate',
  parameters: z.strictObject({ domain: z.boolean().optional() }),
  holdsOf(value, rule) {
    if (typeof value !== 'string' || validates(schema, value)) return kept
    if (rule.parameters.domain !== false)
      return broken(`The value at ${rule.at} is no absolute https URL with a domain name.`)
    return isHttps(value) ? kept : broken(`The value at ${rule.at} is no absolute https URL.`)
  },
  breaks(_valid, rule, bench) {
    const declared = schemaWithin(bench.operation.request?.schema, rule.at)
    // Where a format asks for a URL, what is no URL at all breaks that rule.
    const hasFormat = typeof declared === 'object' && declared.format !== undefined
    const others = rule.parameters.domain === false ? HTTP_URL : { ...HTTP_URL, ...ADDRESS_URLS }
    return Object.entries(hasFormat ? others : { ...others, ...NO_URLS }).map(([what, url]) => ({
      way: `${what} at ${rule.at}`,
      drafts: replacing(bench.having(rule.at, rule.when), rule.at, fc.constant(url)),
    }))
  },
  edges: () => [],
  narrows: (body, rule) => narrowAt(body, rule.at, schema),
})

function isHttps(text: string): boolean {
  return /^https:\/\/[^\s/]/i.test(text) && !/\s/.test(text) && URL.canParse(text)
}
