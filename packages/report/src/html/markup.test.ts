import { expect, test } from 'vitest'
import { embeddedJson, markup } from './markup.ts'

test('what is filled in is text, in an element and in an attribute', () => {
  const text = `<b a="1">'&`
  expect(markup`<p title="${text}">${text}</p>`.markup).toBe(
    '<p title="&lt;b a=&quot;1&quot;&gt;&#39;&amp;">&lt;b a=&quot;1&quot;&gt;&#39;&amp;</p>',
  )
})

test('markup in markup stays markup, and nothing is nothing', () => {
  expect(markup`<p>${[markup`<b>${1}</b>`, undefined, false, ['x']]}</p>`.markup).toBe('<p><b>1</b>x</p>')
})

test('characters without a shape become visible', () => {
  expect(markup`${'a\u202e\u0000\ud800\n\tb'}`.markup).toBe('a\\u202e\\u0000\\ud800\n\tb')
})

test('JSON in a script ends no script and stays the same value', () => {
  const value = { text: '</script><!--\u2028&' }
  const { markup: text } = embeddedJson(value)
  expect(text).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(text)).toEqual(value)
})
