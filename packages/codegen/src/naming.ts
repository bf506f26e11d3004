import type { Operation } from '@assay/contract'

/** Words in `camelCase`; anything but letters and digits parts them. */
export function camelCase(text: string): string {
  const name = pascalCase(text)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Words in `PascalCase`; a word that begins with a digit gets no place at the start. */
export function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^[0-9]/.test(name) ? `_${name}` : name
}

/**
 * The names of the client's functions, one an operation: its id in camelCase, or where the id is only method and path, its
 * summary without articles. A name that is taken gets a number.
 */
export function operationNames(operations: readonly Operation[]): readonly string[] {
  const taken = new Set<string>()
  return operations.map((operation) => {
    const isMade =
      camelCase(operation.id).toLowerCase() === camelCase(`${operation.method} ${operation.path}`).toLowerCase()
    const words = (operation.summary ?? '').replace(/\b(?:a|an|the)\b/gi, ' ')
    const named = camelCase(isMade && /[A-Za-z]/.test(words) ? words : operation.id)
    // An id without a letter or digit that a name may have.
    const plain = named || camelCase(`${operation.method.toLowerCase()} ${operation.path}`)
    let name = plain
    for (let number = 2; taken.has(name); number += 1) name = `${plain}${number}`
    taken.add(name)
    return name
  })
}
