/** A provider folder in small: an OpenAPI document that contradicts itself, the overlay that corrects it, and its pages. */
export const acme: {
  readonly 'openapi.yaml': string
  readonly 'overlay.yaml': string
  readonly 'sources.yaml': string
} = {
  'openapi.yaml': `openapi: 3.0.3
info: { title: Acme payments, version: '1' }
servers:
  - url: https://acme.example/v2
security:
  - key: []
paths:
  /payments:
    post:
      operationId: createPayment
      summary: Create a payment
      servers:
        - url: https://{host}/v1/
          variables: { host: { default: pay.acme.example } }
      parameters:
        - { name: X-Signature, in: header, required: true, schema: { type: string } }
        - { name: locale, in: query, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Payment' }
            examples:
              Fiat: { summary: In euros, value: { amount: '10.50', currency: { iso: EUR }, lifetime: 60 } }
      responses:
        '200':
          description: Created
          content:
            application/json:
              schema:
                type: object
                required: [id, amount]
                properties:
                  id: { type: string }
                  amount: { type: string }
              examples:
                Fiat: { value: { id: p1, amount: '10.50' } }
        '422':
          description: Refused
          content:
            application/json:
              schema: { type: object, properties: { error: { type: string } } }
              examples:
                TooManyDecimals: { value: { error: Too many decimals. } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Payment:
      type: object
      required: [amount, currency, lifetime, expires]
      properties:
        amount: { type: string, description: How much. }
        currency:
          type: object
          required: [iso]
          properties:
            iso: { type: string, example: EUR }
        lifetime: { type: integer, nullable: true }
        expires: { type: integer }
        note: { type: string }
`,
  'overlay.yaml': `overlay: 1.0.0
info: { title: Corrections, version: '1' }
actions:
  - target: $.components.schemas.Payment.required
    description: Both lifetimes are listed as required.
    x-defect: DEF-1
    x-evidence: { page: create, at: note }
    remove: true
  - target: $.components.schemas.Payment
    description: Exactly one lifetime is sent.
    x-defect: DEF-1
    x-evidence: { page: create, at: note }
    update:
      required: [amount, currency]
      oneOf:
        - required: [lifetime]
        - required: [expires]
      properties:
        note: { maxLength: 255 }
  - target: $.components.schemas.Payment.properties.amount
    description: Every example is a decimal.
    x-strength: inferred
    x-evidence: { page: create, at: examples/Fiat }
    update: { pattern: '^\\d+(\\.\\d+)?$' }
  - target: $
    update:
      x-signing:
        headers:
          - { name: X-Key, template: '{key}' }
          - { name: X-Signature, template: '{signature}' }
        signature: { algorithm: HMAC-SHA512, encoding: hex, message: [body] }
      x-account:
        currencies:
          - { code: EUR, type: fiat, decimals: 2, page: true }
  - target: $.paths['/payments'].post
    update:
      x-roles:
        - { role: amount, at: /amount, currency: /currency/iso }
      x-rules:
        - id: lifetime.exactly-one
          kind: exactly-one-of
          members: [lifetime, expires]
          keyword: /oneOf
          says: Exactly one lifetime is given.
        - id: amount.too-many-decimals
          kind: decimal-places
          at: /amount
          per: /currency/iso
          says: An amount has no more decimals than its currency.
          answer: { status: 422, example: TooManyDecimals }
          evidence: { page: create, at: responses/422/examples/TooManyDecimals }
        - { kind: maxLength, at: /note, id: note.too-long, answer: { status: [422, 400] } }
  - target: $.paths['/payments'].post.responses['200']
    update:
      x-rules:
        - { id: answer.amount, kind: echoes, at: /amount, from: /amount, strength: inferred }
`,
  'sources.yaml': `pages:
  - { id: create, title: Create a payment, url: null, read: '2026-11-21' }
`,
}
