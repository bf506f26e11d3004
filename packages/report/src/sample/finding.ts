import type { Finding } from '@assay/certify'

/** What a note that is too long and was accepted is told as. */
export function finding(): Finding {
  return {
    case: 'refuses/note.max-length/1',
    says: 'A request with 21 characters at /note was accepted with 200.',
    expected: { outcome: 'refused', status: [422], says: 'It is refused with 422.' },
    observed: { status: 200, says: 'It was accepted with 200.' },
    request: {
      method: 'POST',
      url: 'http://127.0.0.1:4010/api/payments',
      headers: { 'X-Key': '<key>' },
      body: '{"note":"x"}',
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id":"1"}' },
    nearest: { body: '{"note":"y"}', differs: [{ at: '/note', accepted: 'y', sent: 'x' }] },
    blame: 'provider',
    evidence: [{ page: 'create', at: 'request/note' }],
    curl: 'body() { printf %s \'{"note":"x"}\'; }; body | curl -sS -i -X POST http://127.0.0.1:4010/api/payments --data-binary @-',
  }
}
