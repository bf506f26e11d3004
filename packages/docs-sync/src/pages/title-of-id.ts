/** A page's id as a title: `create-payment-request` → `Create payment request`. */
export function titleOfId(id: string): string {
  const words = id.replaceAll(/[-_./]+/g, ' ').trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
