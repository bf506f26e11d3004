import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A certificate authority nobody knows, made for a test, and a server certificate that it signed. */
export interface OwnAuthority {
  /** The file of the authority's certificate, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string
  /** Files of the server's key and certificate, in PEM. */
  readonly key: string
  readonly certificate: string
  remove(): void
}

/** Makes an authority with a certificate for a host; gone again with `remove`. */
export function ownAuthority(host: string): OwnAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'assay-authority-'))
  const file = (name: string) => join(folder, name)
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl(
    'req',
    '-x509',
    ...elliptic,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test authority',
    '-days',
    '2',
  )
  openssl('req', ...elliptic, '-keyout', 'server.key', '-out', 'server.csr', '-subj', `/CN=${host}`)
  writeFileSync(file('names'), `subjectAltName=DNS:${host},IP:127.0.0.1\n`)
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names']
  openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem')
  return {
    authority: file('ca.pem'),
    key: file('server.key'),
    certificate: file('server.pem'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
