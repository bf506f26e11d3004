import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prettyJson } from './pretty-json.ts'

test('every string and number stays as it was sent', () => {
  expect(
    prettyJson('{"amount":1.50000000000000000001,"list":[1e5,{}],"text":"a\\u0041, {b}: [c]","none":[]}')?.join('\n'),
  ).toMatchInlineSnapshot(`
    "{
      "amount": 1.50000000000000000001,
      "list": [
        1e5,
        {}
      ],
      "text": "a\\u0041, {b}: [c]",
      "none": []
    }"
  `)
})

test('it is what JSON.stringify makes of ordinary values', () => {
  fc.assert(
    fc.property(fc.oneof(fc.object({ maxDepth: 3 }), fc.array(fc.jsonValue())), (value) => {
      const text = JSON.stringify(value)
      expect(prettyJson(text)?.join('\n')).toBe(
        JSON.stringify(value, null, 2).replaceAll(/"__proto__":/g, '"__proto__":'),
      )
    }),
    { numRuns: 300 },
  )
})

test.each(['', 'null', '"text"', '{"a":', '{"a":1}}', `[${'1,'.repeat(20_000)}1]`])(
  'what is no object or list, or too long, is left alone: %#',
  (text) => {
    expect(prettyJson(text)).toBeUndefined()
  },
)
