/** A reference (`$ref`) that stays inside the document's folder. */
export interface Reference {
  /** Path relative to the folder of the file that refers; absent for the file itself. */
  readonly path?: string
  /** JSON Pointer into that file. */
  readonly pointer: string
}

/**
 * Reads a `$ref` (RFC 3986, relative references only) without looking at any file.
 * @returns The reference, or the reason why it is refused, as a sentence.
 */
export function parseReference(text: string): Reference | string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || /^[\\/]{2}/.test(text)) {
    return `The reference "${shown(text)}" leads out of the folder: nothing is fetched, keep a copy beside the document.`
  }
  const [encodedPath = '', ...fragments] = text.split('#')
  const fragment = decoded(fragments.join('#'))
  const path = decoded(encodedPath)
  if (fragment === undefined || path === undefined)
    return `The reference "${shown(text)}" has a broken percent-encoding.`
  if (fragment !== '' && !fragment.startsWith('/')) {
    return `The reference "${shown(text)}" is no JSON Pointer: after "#" it begins with "/".`
  }
  if (path === '') return { pointer: fragment }
  // A backslash is a separator on some systems, a NUL ends a path early, a query belongs to the network.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\\?*:\u0000-\u001f]/.test(path)) return `The reference "${shown(text)}" is no plain relative path.`
  if (path.startsWith('/'))
    return `The reference "${shown(text)}" is an absolute path, only files of the folder are read.`
  if (!/\.(?:ya?ml|json)$/i.test(path)) return `The reference "${shown(text)}" names no YAML or JSON file.`
  return { path, pointer: fragment }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A reference may be as long as the file: a message shows its beginning, and no control characters. */
function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  const plain = text.replace(/[\u0000-\u001f\u007f]/g, '?')
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain
}
