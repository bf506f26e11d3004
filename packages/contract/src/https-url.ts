/** Whether text is an absolute https URL (RFC 3986) with a domain name as its host: no IP address, no single label, no user, no white space. */
export function isHttpsUrl(text: string): boolean {
  if (!/^https:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (
    protocol === 'https:' &&
    /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})\.?$/.test(hostname)
  )
}
