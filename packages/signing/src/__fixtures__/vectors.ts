/** What a vector signs, with which secret, and the signature that comes of it. */
export interface Vector {
  readonly id: string
  readonly secret: string
  readonly body: string
  readonly signature: string
}

const secret = 'AbCdEfG123456'

/** HMAC-SHA512 in hex over the body. V2 is not here: its 883-byte message is not at hand. */
export const bodyVectors: readonly Vector[] = [
  {
    id: 'V1',
    secret,
    body: '{"currency":"BTC","foreign_id":"123456"}',
    signature:
      '03c25fcf7cd35e7d995e402cd5d51edd72d48e1471e865907967809a0c189ba55b90815f20e2bb10f82c7a9e9d865546fda58989c2ae9e8e2ff7bc29195fa1ec',
  },
  {
    id: 'V3',
    secret: 'secretkey',
    body: '{"key":"value"}',
    signature:
      'd2b3292793cb1f527dab4c9d8128356a0df7635aa1796a4d45276646ce914dcf29bb9244aed750a3a5b7d26aabb44ba560b05ed1233168107bed4ca684522508',
  },
  {
    id: 'V4',
    secret: '8jm613ha8ymuitm5a2hfi29gwbyy6qp1',
    body: 'kot1q7u154ucexatxhim17tqvl690rzc',
    signature:
      'c2dba4bc1a5d4aed0cedc800fa8587041af949c4b13bbdf57bcc419f03c42cc1570bb193c3b8c2f91568d84e92382e06d04c1072d613b0fcafbf85d2a9192899',
  },
  {
    id: 'V5',
    secret: '8jm613ha8ymuitm5a2hfi29gwbyy6qp1',
    body: '',
    signature:
      'ebca4577480feb6bfb568d9b630429a84f1833447949d1982a3526b875a6de14ee89b38162607861199b163e6ed523014e8d32110238ea23a38c1ea060f727ba',
  },
  {
    id: 'V6',
    secret,
    body: '{}',
    signature:
      '89ff570683bfcd9e2c8911332e07e3ff196ca50f91faef98126fb0eb76df90d7ccddc4372a99ba67ec072fd3aac5d0b7eac44652e2b29ce36dbcf5ee50b6fa05',
  },
  {
    id: 'V7',
    secret,
    body: '{"currency":"BTC","foreign_id":"123456"}\n',
    signature:
      '8b313e28f60d96b21e0376ef3fbf83bb48b75261c1a0c6f0152bb9674eb637671b4c3bbd97781bb707b0496d27be6f1fe13d6e870fb9f6d6cf49391d780995cd',
  },
  {
    id: 'V8',
    secret,
    body: '{"foreign_id":"123456","currency":"BTC"}',
    signature:
      '0fbeddecd74b17380e080d94feec30f538d41f031011ec68e349c5742dfe8fd9a5cf732e34bbe88b901ccca8d13edf0965d4cce90b3fdaaf791a209f62e60e04',
  },
  {
    id: 'V9',
    secret,
    body: '{"currency": "BTC", "foreign_id": "123456"}',
    signature:
      '49a7b1d9dd93d6d4e99f7a665ae03abea2d0a0bf40c8279bd009c24fc422db268d8bf494ecd1494de307eddb1d2fc90b977062e20f38a749a70aeff0890e1858',
  },
  {
    id: 'V10',
    secret,
    body: '{"last_name":"Müller"}',
    signature:
      'cfe60f923fce50dc8faf53bab6ee1f0c53bde08ee97047536279e44ca8ed9279f1b30b904641baa0d3298c800c9a9edf414011f8094ac5053227a7ae3ece2ac6',
  },
  {
    id: 'V11',
    secret,
    body: '{"last_name":"M\\u00fcller"}',
    signature:
      'f7b339b58e73f9ec9e456f9cb67798c4c4a6217cdd90917d9916a68bbb417259a955c799bb0b4372f6f6da033ef3c436c9a55a241ffe3b5511f0339ced5d2057',
  },
  {
    id: 'V12',
    secret,
    body: '{"url_store":"https://example.com/store"}',
    signature:
      '792b5569cf52d99452dbd6c8d18a497893ecac44d8e38e64262191afc04586b8956e0a14ea968e946531e64109747f0de49e97182d6f1fe192697805b52b2aec',
  },
  {
    id: 'V13',
    secret,
    body: '{"url_store":"https:\\/\\/example.com\\/store"}',
    signature:
      '43c19e59612e809e3113ba2b78b7fef13159dfc1270a680fbfc07177d572aa49e144cbd9f245dcc962814dc05e01863b450175e0f025f21d95e21bbd0c545d97',
  },
]

/** A vector whose signature covers the request line's target and a timestamp too. */
export interface CombinedVector extends Vector {
  readonly pathAndQuery: string
  readonly timestamp: string
}

/** HMAC-SHA256 in hex over path and query, timestamp and body. */
export const combinedVectors: readonly CombinedVector[] = [
  {
    id: 'V14',
    secret: 'test_secret',
    pathAndQuery: '/v1/payments',
    timestamp: '1700000000000',
    body: '{"clientPaymentId":"order-1","businessId":"550e8400-e29b-41d4-a716-446655440000","locale":"en-US","displayCurrency":"EUR","displayAmount":"100.00"}',
    signature: '590db60f52637b38718a03515331871c624c48fa89c869e2bf561ca62d0e0db1',
  },
  {
    id: 'V15',
    secret: 'test_secret',
    pathAndQuery: '/v1/payments/550e8400-e29b-41d4-a716-446655440000',
    timestamp: '1700000000000',
    body: '',
    signature: 'dd6a42631fefbcc39cdf00480047839001d8e6c7b9025d04754c69f7552a93e7',
  },
]
