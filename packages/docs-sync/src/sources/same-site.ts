/**
 * Whether a redirect stays on the site: the same host, or one that is a part of the other (`example.com`, `docs.example.com`), on the same port, and never from
 * https to http.
 */
export function isSameSite(from: URL, to: URL): boolean {
  if (from.protocol === 'https:' && to.protocol !== 'https:') return false
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:'
  if (from.port !== to.port && !isUpgrade) return false
  const [one, other] = [from.hostname, to.hostname]
  return one === other || isPart(one, other) || isPart(other, one)
}

/** A name of one label, or an address in numbers, has no parts. */
function isPart(name: string, whole: string): boolean {
  return name.endsWith(`.${whole}`) && whole.includes('.') && !/^[\d.:[\]]+$/.test(whole)
}
