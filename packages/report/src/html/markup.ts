/** HTML that was made here: everything else is text and gets escaped. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a piece of markup; undefined and false are nothing. */
export type Child = Markup | string | number | undefined | false | readonly Child[]

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that have no shape of their own, or turn the direction of others. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** Makes HTML of a template. What is filled in is escaped, whether it stands in an element or in a quoted attribute. */
export function markup(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  const text = strings.map((part, index) => part + (index < children.length ? filled(children[index]) : '')).join('')
  return { markup: text }
}

/** HTML that is trusted as it is: style, script and numbers of this package, never a text that somebody sent. */
export function trusted(text: string): Markup {
  return { markup: text }
}

function filled(child: Child): string {
  if (child === undefined || child === false) return ''
  if (typeof child === 'string') return escaped(child)
  if (typeof child === 'number') return String(child)
  return 'markup' in child ? child.markup : child.map(filled).join('')
}

function escaped(text: string): string {
  return text
    .replace(unseen, (character) =>
      character === '\n' || character === '\t'
        ? character
        : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    )
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** JSON as it may stand in a script element: nothing in it ends the element or opens a comment. */
export function embeddedJson(value: unknown): Markup {
  const text = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  return { markup: text }
}
