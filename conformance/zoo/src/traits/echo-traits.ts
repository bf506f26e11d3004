import { each, remove, type SuccessTraits, text } from './success.ts'

const echoed = [
  ...[
    'end_user_email',
    'end_user_reference',
    'description',
    'foreign_id',
    'url_store',
    'url_success',
    'url_failed',
    'title',
  ],
  ...['clientPaymentId', 'redirectUrl'],
]
const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** What can be odd about the texts that a success repeats from the request. */
export const echoTraits: SuccessTraits = {
  'echo-without-emoji': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
    ),
  'echo-none': ({ data }) => remove(data, echoed.slice(0, 7)),
  'echo-reference-wrong': ({ data }) => each(data, ['foreign_id', 'clientPaymentId'], (value) => `${value}x`),
  'echo-escaped': ({ data }) => each(data, echoed, text(escaped)),
  'echo-trimmed': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.trim()),
    ),
  'echo-ascii': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.replace(/[^\p{ASCII}]/gu, '?')),
    ),
  'echo-latin': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => Buffer.from(value).toString('latin1')),
    ),
  'echo-composed': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.normalize('NFC')),
    ),
  'echo-lower-case': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.toLowerCase()),
    ),
  'echo-email-lower-case': ({ data }) =>
    each(
      data,
      ['end_user_email'],
      text((value) => value.toLowerCase()),
    ),
  'echo-url-parsed': ({ data }) =>
    each(
      data,
      ['url_store'],
      text((value) => (URL.canParse(value) ? new URL(value).href : value)),
    ),
  'echo-cut': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.slice(0, 20)),
    ),
  'echo-null': ({ data }) => each(data, ['foreign_id'], () => null),
}
