import { expect, test } from 'vitest'
import { documentedNames } from './documented-names.ts'
import type { ErrorDefinition } from './operation-definition.ts'

const errors: readonly ErrorDefinition[] = [
  { name: 'Minimum', status: '422', body: { error: 'The minimum amount is <amount> EUR.', code: 422 } },
  { name: 'Network', status: '422', body: { error: 'Not supported.', code: 422 } },
  { name: 'PaymentNetwork', status: '422', body: { error: 'Not supported.', code: 422 } },
  { name: 'Bad format', status: '403', body: { error: 'Bad content format', code: 'bad_content_format' } },
  { name: 'unauthorized', status: '401', body: { error: 'unauthorized' } },
  { name: 'Any', status: '5XX', body: { message: 'Down.' } },
  { name: 'Empty', status: '400', body: {} },
]

const cases: readonly (readonly [string, number, unknown, readonly string[]])[] = [
  ['a template with its hole filled', 422, { error: 'The minimum amount is 10.00 EUR.', code: 422 }, ['Minimum']],
  ['one text under two names', 422, { error: 'Not supported.', code: 422 }, ['Network', 'PaymentNetwork']],
  ['more members than documented', 422, { error: 'Not supported.', code: 422, id: 1 }, ['Network', 'PaymentNetwork']],
  ['another number', 422, { error: 'Not supported.', code: 423 }, []],
  ['a code in words with another text', 403, { error: 'Bad content!', code: 'bad_content_format' }, ['Bad format']],
  ['the same under another status', 400, { error: 'Bad content format', code: 'bad_content_format' }, ['Bad format']],
  ['a code in place of a text', 401, { error: 'unauthorized', message: 'No.' }, ['unauthorized']],
  ['a code one level down', 401, { error: { code: 'unauthorized' } }, ['unauthorized']],
  ['a status of a range', 503, { message: 'Down.' }, ['Any']],
  ['an example without a value', 400, {}, []],
  ['no JSON', 422, undefined, []],
  ['null', 422, null, []],
]

test.each(cases)('%s', (_, status, body, names) => {
  expect(documentedNames(errors, status, body)).toEqual(names)
})
