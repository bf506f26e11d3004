import { z } from 'zod'
import { type BrokerState, publishPact, versionOf } from './broker-state.ts'
import { pactsForVerification, type VerificationWish } from './for-verification.ts'
import { type MatrixSelector, matrixOf } from './matrix.ts'

/** A request for a broker, its body parsed. */
export interface BrokerRequest {
  readonly method: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: unknown
  /** The origin that links lead to. */
  readonly base: string
}

/** What a broker answers. */
export interface BrokerAnswer {
  readonly status: number
  readonly body: object
}

const publication = z.object({
  pacticipantName: z.string(),
  pacticipantVersionNumber: z.string(),
  branch: z.string().nullish(),
  contracts: z.array(z.object({ consumerName: z.string(), providerName: z.string(), content: z.string() })),
})
const wish = z.object({
  consumerVersionSelectors: z
    .array(
      z.object({
        branch: z.string().optional(),
        mainBranch: z.boolean().optional(),
        matchingBranch: z.boolean().optional(),
        deployedOrReleased: z.boolean().optional(),
        latest: z.boolean().optional(),
        consumer: z.string().optional(),
      }),
    )
    .optional(),
  includePendingStatus: z.boolean().optional(),
  providerVersionBranch: z.string().optional(),
})
const verification = z.object({ success: z.boolean(), providerApplicationVersion: z.string() })

/** Answers as a Pact Broker does, in the part of its HAL interface that publishing, verifying and `can-i-deploy` use. */
export function answerBroker(state: BrokerState, request: BrokerRequest): BrokerAnswer {
  const { method, path, base } = request
  const [first, second, third, fourth, fifth, sixth] = path
  if (first === undefined) return ok(indexOf(base))
  if (first === 'contracts' && second === 'publish' && method === 'POST') return published(state, request)
  if (first === 'matrix') return ok(matrixOf(state, selectorsOf(request.query)))
  if (first === 'pacts' && second === 'provider' && third !== undefined) {
    if (fourth === 'for-verification') return forVerification(state, third, request)
    if (fourth === 'consumer' && fifth !== undefined && sixth === 'pact-version')
      return onePact(state, third, fifth, request)
  }
  if (first === 'pacticipants' && second !== undefined) return pacticipant(state, second, request)
  return { status: 404, body: { error: `This small broker has nothing at /${path.join('/')}.` } }
}

function indexOf(base: string): object {
  return {
    _links: {
      self: { href: base },
      'pb:publish-contracts': { href: `${base}/contracts/publish` },
      'pb:provider-pacts-for-verification': {
        href: `${base}/pacts/provider/{provider}/for-verification`,
        templated: true,
      },
      'pb:pacticipant': { href: `${base}/pacticipants/{pacticipant}`, templated: true },
      'pb:pacticipant-version': { href: `${base}/pacticipants/{pacticipant}/versions/{version}`, templated: true },
      'pb:pacticipant-branch': { href: `${base}/pacticipants/{pacticipant}/branches/{branch}`, templated: true },
      'pb:matrix': { href: `${base}/matrix` },
    },
  }
}

function published(state: BrokerState, { body, base }: BrokerRequest): BrokerAnswer {
  const read = publication.safeParse(body)
  if (!read.success) return refused('A publication names pacticipant, version and contracts.')
  const { pacticipantName, pacticipantVersionNumber, branch, contracts } = read.data
  const version = versionOf(state, pacticipantName, pacticipantVersionNumber)
  if (branch) version.branches.add(branch)
  const links = contracts.map(({ consumerName, providerName, content }) => {
    const pact: object = JSON.parse(Buffer.from(content, 'base64').toString())
    const { sha } = publishPact(state, {
      ...{ consumer: consumerName, consumerVersion: pacticipantVersionNumber },
      ...{ provider: providerName, content: pact },
    })
    return {
      title: 'Pact',
      name: `${consumerName} and ${providerName}`,
      href: pactUrl(base, providerName, consumerName, sha),
    }
  })
  return ok({
    notices: [
      { type: 'success', text: `Took ${contracts.length} pacts of ${pacticipantName} ${pacticipantVersionNumber}.` },
    ],
    logs: [],
    _embedded: {
      pacticipant: { name: pacticipantName, _links: { self: { href: `${base}/pacticipants/${pacticipantName}` } } },
      version: {
        number: pacticipantVersionNumber,
        _links: { self: { href: `${base}/pacticipants/${pacticipantName}/versions/${pacticipantVersionNumber}` } },
      },
    },
    _links: { 'pb:pacticipant': { href: `${base}/pacticipants/${pacticipantName}` }, 'pb:contracts': links },
  })
}

function forVerification(state: BrokerState, provider: string, { method, body, base }: BrokerRequest): BrokerAnswer {
  const asked = method === 'POST' ? wish.safeParse(body) : undefined
  if (asked?.success === false) return refused('Consumer version selectors are a list of objects.')
  const wanted = pactsForVerification(state, provider, (asked?.data ?? {}) as VerificationWish)
  return ok({
    _embedded: {
      pacts: wanted.map(({ pact, pending }) => ({
        shortDescription: 'latest',
        verificationProperties: {
          pending,
          notices: [
            { when: 'before_verification', text: `The pact of ${pact.consumer} ${pact.consumerVersion} is wanted.` },
          ],
        },
        _links: {
          self: { href: pactUrl(base, provider, pact.consumer, pact.sha), name: `${pact.consumer} and ${provider}` },
        },
      })),
    },
    _links: { self: { href: `${base}/pacts/provider/${provider}/for-verification` } },
  })
}

function onePact(state: BrokerState, provider: string, consumer: string, request: BrokerRequest): BrokerAnswer {
  const [, , , , , , sha, results] = request.path
  const pact = state.pacts.findLast((one) => one.provider === provider && one.consumer === consumer && one.sha === sha)
  if (pact === undefined || sha === undefined) return { status: 404, body: { error: 'There is no such pact.' } }
  const url = pactUrl(request.base, provider, consumer, sha)
  if (results === 'verification-results') return verified(state, request, { consumer, provider, sha })
  return ok({
    ...pact.content,
    _links: {
      self: { href: url },
      'pb:provider': { href: `${request.base}/pacticipants/${provider}`, name: provider },
      'pb:consumer': { href: `${request.base}/pacticipants/${consumer}`, name: consumer },
      'pb:publish-verification-results': { href: `${url}/verification-results` },
    },
  })
}

function verified(
  state: BrokerState,
  { body }: BrokerRequest,
  pact: { readonly consumer: string; readonly provider: string; readonly sha: string },
): BrokerAnswer {
  const read = verification.safeParse(body)
  if (!read.success) return refused('A result needs success and providerApplicationVersion.')
  const { success, providerApplicationVersion: providerVersion } = read.data
  versionOf(state, pact.provider, providerVersion)
  state.results.push({ ...pact, providerVersion, success })
  return { status: 201, body: { success, providerApplicationVersion: providerVersion } }
}

function pacticipant(state: BrokerState, name: string, { method, path, base }: BrokerRequest): BrokerAnswer {
  const [, , kind, third, versions, number] = path
  const url = `${base}/pacticipants/${name}`
  if (kind === undefined) {
    return ok({
      name,
      _links: {
        self: { href: url },
        'pb:version': { href: `${url}/versions/{version}`, templated: true },
        'pb:branch-version': { href: `${url}/branches/{branch}/versions/{version}`, templated: true },
        'pb:version-tag': { href: `${url}/versions/{version}/tags/{tag}`, templated: true },
      },
    })
  }
  if (
    kind === 'branches' &&
    third !== undefined &&
    versions === 'versions' &&
    number !== undefined &&
    method === 'PUT'
  ) {
    versionOf(state, name, number).branches.add(third)
    return { status: 201, body: { number } }
  }
  if (kind === 'versions' && third !== undefined) {
    const known = state.versions.some((one) => one.pacticipant === name && one.number === third)
    if (known || method === 'PUT') return ok({ number: versionOf(state, name, third).number })
  }
  return { status: 404, body: { error: `${name} has no such thing.` } }
}

/** `q[][pacticipant]=a&q[][version]=1&q[][pacticipant]=b&q[][latest]=true`: each name begins a new selector. */
function selectorsOf(query: URLSearchParams): readonly MatrixSelector[] {
  const selectors: Record<string, string>[] = []
  for (const [name, value] of query) {
    const member = /^q\[\]\[(\w+)\]$/.exec(name)?.[1]
    if (member === 'pacticipant') selectors.push({ pacticipant: value })
    else if (member !== undefined) Object.assign(selectors.at(-1) ?? {}, { [member]: value })
  }
  return selectors.map(({ pacticipant = '', version, branch, latest }) => ({
    pacticipant,
    ...(version === undefined ? {} : { version }),
    ...(branch === undefined ? {} : { branch }),
    ...(latest === undefined ? {} : { latest: latest === 'true' }),
  }))
}

function pactUrl(base: string, provider: string, consumer: string, sha: string): string {
  return `${base}/pacts/provider/${provider}/consumer/${consumer}/pact-version/${sha}`
}

function ok(body: object): BrokerAnswer {
  return { status: 200, body }
}

function refused(error: string): BrokerAnswer {
  return { status: 400, body: { error } }
}
