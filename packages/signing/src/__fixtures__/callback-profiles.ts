import type { CallbackProfile } from '../callback-profile.ts'

/** Key and HMAC of the body in headers of their own. */
export const keyedCallback: CallbackProfile = {
  headers: [
    { name: 'X-Processing-Key', template: '{key}' },
    { name: 'X-Processing-Signature', template: '{signature}' },
  ],
  signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
}

/** An RSA signature over body, full stop and time. */
export const timedCallback: CallbackProfile = {
  headers: [
    { name: 'Signature', template: '{signature}' },
    { name: 'Timestamp', template: '{timestamp}' },
  ],
  signature: { algorithm: 'RSA-SHA512', encoding: 'base64', message: ['body', 'timestamp'], separator: '.' },
}

/** Made with `openssl dgst -sha512 -sign` under a key of 2048 bits that was thrown away. */
export const opensslCallback = {
  body: '{"clientPaymentId":"order-1","actualDepositAmount":0.14840339}',
  timestamp: '1700000000000',
  publicKey:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqCyg4Td8IJyTgIg9JJAQlm/wb7obsi6k4RABHaYO8CVH38Is0DLlk7w3qSYaTcMw/TFnL4f8tgvJz3707uXqL+0416E1kpTCtoE9tfJEOfZKb2KrFoDWidfAaiFenkWPxTB1cJu8COydFlNUmkCzyzBHVQaLo8vDzBuWM19EI7NcvVlZvwc31bBBW2utWDQrpxQY0Ik3hBW9Ux5zAqtjgKhH7vtqYzbr/Ugnt8lfrwR5hPy0U4mT6Vkc6VbRnCCnJ6NIXZ5EbHadFYdVj7nQis5gEo8UuxfXUeKEQ5n6e01Rob8vZ0fpQGgXKBlMal12BSEO8nYCjNPFtNk2U0Z+zwIDAQAB',
  signature:
    'C+wUVsV/HWK51t7nFPSKAfBUr59YpCJtxZpKieH6mINPi/3/vhnX5JiPCAJQJ/4DpJVxtPPpj9mxroTZE+1u7tkb+i5GTSAQvMNT0oF+CGI9zxMLlJZZo0jxjr2zdlICTxYa6liqqDD6Z18h5F7DOwbyjHei2oJdCeQ1seQonbRwU+icUbOfiloI7ilb4cmNh6DcGkUktuJIqH2u15GuFfQ0MvriyDdxz4VUpF1cHs8eeQlLWPOFyAIjm5eM81jlSnpvoKFZR89G8w0cY+8ILv/lpJuFXAV7Ab/EvGuzW8B3q9BOBaOPnviU0hNCYfDGeXnk0jbjdoDvQuOPDwijfg==',
} as const
