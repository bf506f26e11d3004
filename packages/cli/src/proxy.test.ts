import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContract } from '@assay/contract'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld, type Outcome } from './__fixtures__/fixture-world.ts'
import { type LoopbackProxy, loopbackProxy } from './__fixtures__/loopback-proxy.ts'
import { type OwnAuthority, ownAuthority } from './__fixtures__/own-authority.ts'
import { type TlsFront, tlsFront } from './__fixtures__/tls-front.ts'

const HOST = 'sandbox.toll.test'
const credentials = { ASSAY_TOLLGATE_KEY: 'toll-key', ASSAY_TOLLGATE_SECRET: 'toll-secret' }
const line = 'certify tollgate --level quick --only order.length --rate 1000'

let world: FixtureWorld
let authority: OwnAuthority
let mock: MockServer
let front: TlsFront
let proxy: LoopbackProxy | undefined

const portOf = (url: string): number => Number(new URL(url).port)

beforeAll(async () => {
  world = await fixtureWorld()
  authority = ownAuthority(HOST)
  const contract = loadContract(readFileSync(join(world.folder, 'specs/tollgate/contract.json'), 'utf8'))
  mock = await serveMock(createMock(contract, { credentials: { key: 'toll-key', secret: 'toll-secret' } }))
  front = await tlsFront(authority, portOf(mock.url('tollgate')))
})
afterEach(async () => {
  await proxy?.close()
  proxy = undefined
})
afterAll(async () => {
  await front.close()
  await mock.close()
  authority.remove()
  world.remove()
})

/** Runs the command in a process of its own: Node reads NODE_EXTRA_CA_CERTS only as it starts. */
function started(words: string, environment: Readonly<Record<string, string>>): Promise<Outcome> {
  const { PATH = '' } = process.env
  const argv = [join(import.meta.dirname, '../bin/assay.js'), ...words.split(' ')]
  const options = { cwd: world.folder, env: { PATH, ...credentials, ...environment }, timeout: 50_000 }
  return new Promise((resolve) => {
    execFile(process.execPath, argv, options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr })
    })
  })
}

test('certifies through a proxy, over TLS with an authority of its own', async () => {
  proxy = await loopbackProxy(front.port)
  const { code, stdout, stderr } = await started(line, {
    ASSAY_TOLLGATE_BASE_URL: `https://${HOST}/v1`,
    HTTPS_PROXY: proxy.url,
    NODE_EXTRA_CA_CERTS: authority.authority,
  })
  expect([stderr, stdout]).toEqual([expect.stringContaining(`https://${HOST}/v1`), expect.stringMatching(/conforms/)])
  expect(code).toBe(0)
  expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${HOST}:443`]))
})

test('says that a certificate is not trusted', async () => {
  proxy = await loopbackProxy(front.port)
  const { code, stdout } = await started(line, {
    ASSAY_TOLLGATE_BASE_URL: `https://${HOST}/v1`,
    HTTPS_PROXY: proxy.url,
  })
  expect(stdout).toContain('No TLS connection could be made')
  expect(code).toBe(3)
})

test('says that a certificate is for another host', async () => {
  proxy = await loopbackProxy(front.port)
  const { code, stdout } = await started(`${line} --timeout 2`, {
    ASSAY_TOLLGATE_BASE_URL: 'https://other.toll.test/v1',
    HTTPS_PROXY: proxy.url,
    NODE_EXTRA_CA_CERTS: authority.authority,
  })
  expect(stdout).toContain('No TLS connection could be made (ERR_TLS_CERT_ALTNAME_INVALID')
  expect(code).toBe(3)
})

test('asks a proxy for what is not encrypted by its whole address', async () => {
  proxy = await loopbackProxy(portOf(mock.url('tollgate')))
  const environment = { ...credentials, ASSAY_TOLLGATE_BASE_URL: `http://${HOST}/v1`, http_proxy: proxy.url }
  const { code } = await world.assay(line, { environment })
  expect(code).toBe(0)
  expect(new Set(proxy.asked)).toEqual(new Set([`POST http://${HOST}/v1/payments`]))
})

test('says that a proxy does not let it through, and shows no password of it', async () => {
  proxy = await loopbackProxy(front.port, 407)
  const environment = {
    ...credentials,
    ASSAY_TOLLGATE_BASE_URL: `https://${HOST}/v1`,
    HTTPS_PROXY: proxy.url.replace('//', '//me:hush-hush@'),
  }
  const { code, stdout, stderr } = await world.assay(line, { environment })
  expect(stdout).toMatch(
    /The proxy did not let the connection through \(PROXY_407, through the proxy 127\.0\.0\.1:\d+\)/,
  )
  expect(stdout + stderr).not.toContain('hush')
  expect(code).toBe(3)
})

test('leaves out what NO_PROXY names', async () => {
  proxy = await loopbackProxy(front.port)
  const environment = {
    ...credentials,
    ASSAY_TOLLGATE_BASE_URL: `https://${HOST}/v1`,
    HTTPS_PROXY: proxy.url,
    NO_PROXY: 'example.com, .toll.test',
  }
  const { code, stdout } = await world.assay(`${line} --timeout 2`, { environment })
  expect(stdout).toContain('could not be')
  expect([code, proxy.asked]).toEqual([3, []])
})

test('leads loopback through no proxy unless it is told to', async () => {
  proxy = await loopbackProxy(portOf(mock.url('tollgate')))
  const environment = {
    ...credentials,
    ASSAY_TOLLGATE_BASE_URL: mock.url('tollgate'),
    HTTP_PROXY: proxy.url,
    HTTPS_PROXY: proxy.url,
  }
  expect((await world.assay(line, { environment })).code).toBe(0)
  expect(proxy.asked).toEqual([])
  expect((await world.assay(`${line} --proxy ${proxy.url}`, { environment })).code).toBe(0)
  expect(proxy.asked.length).toBeGreaterThan(3)
})

test('refuses a proxy that is no URL, and shows none of it', async () => {
  const environment = {
    ...credentials,
    ASSAY_TOLLGATE_BASE_URL: `https://${HOST}/v1`,
    HTTPS_PROXY: 'socks://me:hush@x',
  }
  expect((await world.assay(line, { environment })).stderr).toBe(
    'HTTPS_PROXY is no http or https URL: give one such as http://proxy.example.com:8080.\n',
  )
})
