import fc from 'fast-check'
import { z } from 'zod'
import { formatHolds } from '../format-holds.ts'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** What every common parser refuses, by format, each under what is wrong with it. */
const wrongByFormat: Record<string, Record<string, string>> = {
  email: {
    'without @': 'customer.example.com',
    'with spaces': 'customer name@example.com',
    'without a host': 'customer@',
  },
  uri: { 'without a scheme': 'example.com/path', 'with spaces': 'https://example.com/a path' },
  url: { 'without a scheme': 'example.com/path', 'with spaces': 'https://exa mple.com/path' },
  uuid: { 'that is no UUID': 'not-a-uuid' },
  date: { 'that is no date': 'yesterday', 'of a month that does not exist': '2024-13-01' },
  'date-time': { 'that is no time': 'yesterday' },
  time: { 'that is no time': 'noon' },
  ipv4: { 'that is no address': 'not an address' },
  ipv6: { 'that is no address': 'not an address' },
  hostname: { 'that is no name': 'not a host name' },
}

/** JSON Schema 2020-12, Validation 7.3: the string has a named format. Formats that Assay does not know, and those of numbers, say nothing. */
export const format: RequestRuleKind<KeywordParameters<string>> = defineKeyword<string>({
  kind: 'format',
  value: z.string(),
  applies: (value) => typeof value === 'string',
  test: (value, name) => formatHolds(name, String(value)),
  says: (name) => `is no ${name}`,
  breaks: ({ at, limit, drafts, rule, schema }) => {
    const { wrong } = rule.parameters
    if (wrong !== undefined) {
      return [{ way: `text at ${at} that is no ${limit}`, drafts: replacing(drafts, at, fc.constantFrom(...wrong)) }]
    }
    return Object.entries(wrongByFormat[limit] ?? {})
      .filter(([, text]) => text.length <= (schema.maxLength ?? text.length))
      .map(([what, text]) => ({
        way: `${limit} ${what} at ${at}`,
        drafts: replacing(drafts, at, fc.constant(text)),
      }))
  },
})
