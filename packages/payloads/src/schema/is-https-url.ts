const httpsUrl =
  /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?::\d{1,5})?(?:[/?#][^\s<>"{}|\\^`]*)?$/i

/** Whether a text is an absolute https URL with a domain name as its host (RFC 3986, RFC 1123). */
export function isHttpsUrl(text: string): boolean {
  return httpsUrl.test(text)
}
