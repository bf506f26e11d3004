/** Words as one name: `Create an invoice` → `createInvoice`, `X-Processing-Key` → `xProcessingKey`. Articles are left out. */
export function camelCase(text: string): string {
  const words = text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '' && !['a', 'an', 'the'].includes(word))
  return words.map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join('')
}
