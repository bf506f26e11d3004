import { expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import { readContract } from './read-contract.ts'

const document = `openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /payments:
    post:
      responses:
        '200': { description: OK, content: { application/json: { schema: { type: object } } } }
        '201': { description: Created }
        4XX: { description: Refused, content: { application/json: { schema: { type: object } } } }
        default: { description: Anything else }
`
const answerKind = (kind: string) => ({ kind, side: 'answer', parameters: z.looseObject({}) }) as const

test('a document alone states the statuses and shapes of its answers', async () => {
  const { operations } = await readContract(`${temporaryFolder({ 'acme.yaml': document })}/acme.yaml`, {
    kinds: [answerKind('status'), answerKind('documented-shape')],
  })
  expect(
    operations[0]?.rules.map(({ id, responses, parameters, evidence }) => ({ id, responses, parameters, evidence })),
  ).toEqual([
    {
      id: 'response.status',
      responses: ['200', '201'],
      parameters: { codes: [200, 201] },
      evidence: [
        { page: 'openapi', at: 'paths/~1payments/post/responses/200' },
        { page: 'openapi', at: 'paths/~1payments/post/responses/201' },
      ],
    },
    {
      id: 'response.200.shape',
      responses: ['200'],
      parameters: {},
      evidence: [{ page: 'openapi', at: 'paths/~1payments/post/responses/200' }],
    },
    {
      id: 'response.4xx.shape',
      responses: ['4XX'],
      parameters: {},
      evidence: [{ page: 'openapi', at: 'paths/~1payments/post/responses/4XX' }],
    },
  ])
})

test('no rule is made of a kind that nobody has', async () => {
  const { operations } = await readContract(`${temporaryFolder({ 'acme.yaml': document })}/acme.yaml`, { kinds: [] })
  expect(operations[0]?.rules).toEqual([])
})
