import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { kinds } from './__fixtures__/kinds.ts'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import type { Contract } from './contract.ts'
import { ContractError, formatProblem } from './contract-error.ts'
import { formatContract } from './format-contract.ts'
import { loadContract } from './load-contract.ts'
import { readContract } from './read-contract.ts'

const callbacks = `overlay: 1.0.0
info:
  title: Callbacks
  version: '1'
  x-pages:
    - { id: webhooks, title: Webhooks, url: https://docs.acme.example/webhooks }
actions:
  - target: $.paths['/payments'].post
    description: A status is posted to the merchant.
    x-strength: inferred
    x-evidence: { page: webhooks, at: examples }
    update:
      callbacks:
        payment:
          https://merchant.example/callbacks:
            post:
              summary: The status has changed
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, status]
                      properties:
                        id: { type: string }
                        status: { type: string }
                        amount: { anyOf: [{ type: string }, { type: number }] }
                    examples:
                      Paid: { value: { id: p1, status: paid, amount: 0.123456789012345678 } }
              responses: { '200': { description: Received } }
              x-callback:
                status: { at: /status, known: [paid] }
                takes:
                  - { at: /id, answer: /id }
                  - { at: /amount, request: /amount }
  - target: $.paths['/payments'].post.callbacks.payment[*].post
    description: It is signed as requests are.
    x-strength: assumed
    x-evidence: { page: create, at: note }
    update:
      x-signing:
        headers:
          - { name: X-Key, template: '{key}' }
          - { name: X-Signature, template: '{signature}' }
        signature: { algorithm: HMAC-SHA512, encoding: hex, message: [body] }
`

async function read(text: string | undefined): Promise<Contract> {
  return readContract(temporaryFolder(text === undefined ? acme : { ...acme, 'callbacks.yaml': text }), { kinds })
}

test('a second overlay tells of callbacks, with strength and evidence', async () => {
  const [callback, ...more] = (await read(callbacks)).callbacks
  expect(more).toEqual([])
  const { schema: _, ...rest } = callback ?? expect.fail('no callback')
  expect(rest).toEqual({
    name: 'payment',
    operation: 'createPayment',
    summary: 'The status has changed',
    signing: {
      headers: [
        { name: 'X-Key', template: '{key}' },
        { name: 'X-Signature', template: '{signature}' },
      ],
      signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
    },
    contentType: 'application/json',
    examples: [{ name: 'Paid', value: { id: 'p1', status: 'paid', amount: { text: '0.123456789012345678' } } }],
    status: { at: '/status', known: ['paid'] },
    takes: [
      { at: '/id', answer: '/id' },
      { at: '/amount', request: '/amount' },
    ],
    statements: [
      {
        says: 'A status is posted to the merchant.',
        target: "$.paths['/payments'].post",
        strength: 'inferred',
        evidence: [{ page: 'webhooks', at: 'examples' }],
      },
      {
        says: 'It is signed as requests are.',
        target: "$.paths['/payments'].post.callbacks.payment[*].post",
        strength: 'assumed',
        evidence: [{ page: 'create', at: 'note' }],
      },
    ],
    pages: [{ id: 'webhooks', title: 'Webhooks', url: 'https://docs.acme.example/webhooks' }],
  })
})

test('what is known of callbacks changes nothing else', async () => {
  const [{ callbacks: _, sha256: __, provider: ___, ...plain }, { callbacks: none, ...without }] = await Promise.all([
    read(callbacks),
    read(undefined),
  ])
  expect(none).toEqual([])
  expect(without).toMatchObject(plain)
})

test('a contract with callbacks is loaded as it was read', async () => {
  const contract = await read(callbacks)
  const loaded = loadContract(formatContract(contract))
  expect(loaded).toEqual(contract)
  expect(formatContract(loaded)).toBe(formatContract(contract))
})

test.each([
  [
    'no evidence',
    /^ {4}x-evidence: .*examples.*\n/m,
    '',
    'callbacks.yaml:8:5: Action 1 has no x-evidence: say from where it is known.',
  ],
  [
    'a strength that no page gives it',
    'x-strength: assumed',
    'x-strength: documented',
    'callbacks.yaml:38:5: Action 2 is wrong: no page that was read speaks of callbacks, so its x-strength is inferred or assumed.',
  ],
  [
    'no description',
    /^ {4}description: A status.*\n/m,
    '',
    'callbacks.yaml:8:5: Action 1 says nothing: give it a description.',
  ],
  [
    'a page that nobody names',
    'page: webhooks',
    'page: rumours',
    'callbacks.yaml:11:5: The page "rumours" stands neither in sources.yaml nor in info.x-pages: create, webhooks.',
  ],
  [
    'a target that selects nothing',
    'callbacks.payment[*]',
    'callbacks.refund[*]',
    "callbacks.yaml:36:5: Action 2 with the target $.paths['/payments'].post.callbacks.refund[*].post selects nothing: correct the target, or take the action out.",
  ],
  [
    'a change of the page itself',
    '.post.callbacks.payment[*].post',
    '.post',
    'callbacks.yaml:36:5: Action 2 changes /paths/~1payments/post/x-signing, which is no callback: what a page says is corrected in overlay.yaml.',
  ],
  [
    'a pointer that leads nowhere',
    'answer: /id',
    'answer: /uuid',
    'callbacks.yaml:34:32: The pointer /uuid leads to nothing in the answer.',
  ],
  [
    'a source without an origin',
    ', answer: /id',
    '',
    'callbacks.yaml:34:21: The callback is wrong at /takes/0: one of request and answer is needed.',
  ],
  [
    'an unknown member',
    'known: [paid]',
    'seen: [paid]',
    'callbacks.yaml:32:40: The callback is wrong at /status/seen: Unrecognized key: "seen".',
  ],
  ['an example of another shape', 'id: p1', 'id: 1', 'callbacks.yaml:29:31: The callback contradicts its own example.'],
  [
    'another algorithm',
    'algorithm: HMAC-SHA512',
    'algorithm: MD5',
    'callbacks.yaml:45:22: The signing profile is wrong at /signature/algorithm:',
  ],
  [
    'a page that is no page',
    'id: webhooks, title',
    'id: webhooks, name',
    'callbacks.yaml:6:7: The list of pages is wrong at /info/x-pages/0',
  ],
])('%s is refused at its place', async (_, from, to, problem) => {
  const wrong = callbacks.replace(from, to)
  expect(wrong).not.toBe(callbacks)
  const folder = temporaryFolder({ ...acme, 'callbacks.yaml': wrong })
  const error = await readContract(folder, { kinds }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ContractError)
  const problems = (error as ContractError).problems.map((one) => formatProblem(one).replace(`${folder}/`, ''))
  expect(problems.join('\n')).toContain(problem)
})
