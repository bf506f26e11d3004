import type { IncomingMessage } from 'node:http'
import type { Contract } from '@assay/contract'
import { expect } from 'vitest'
import type { CertifyOptions } from '../certify-options.ts'
import { doctor } from '../doctor/doctor.ts'
import type { DoctorStep } from '../doctor/doctor-step.ts'
import { answerJson, type ScriptedServer, scriptedServer } from './scripted-server.ts'
import { smallContract } from './small-contract.ts'
import { credentials, smallTill } from './small-till.ts'

/** What a provider sees of a request: a test changes it on its way there. */
export interface Seen {
  path: string
  headers: Headers
  text: string
}

export interface Served {
  readonly baseUrl: string
  readonly created: () => number
}

const servers: ScriptedServer[] = []

/** For the end of each test. */
export async function closeServed(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.close()))
}

/** A right provider whose requests are changed on the way, or answered before they arrive. */
export async function served(
  change: (seen: Seen) => void = () => undefined,
  before: (
    request: IncomingMessage,
  ) => { status: number; body: unknown; headers?: Record<string, string> } | undefined = () => undefined,
  contract: Contract = smallContract,
): Promise<Served> {
  const till = smallTill(undefined, [], contract)
  let created = 0
  const server = await scriptedServer(async (request, body, response) => {
    const early = before(request)
    if (early !== undefined) return answerJson(response, early.status, early.body, early.headers)
    const seen = {
      path: request.url ?? '',
      headers: new Headers(request.headers as Record<string, string>),
      text: body.toString('utf8'),
    }
    change(seen)
    const answer = await till(request.method ?? '', seen.path, seen.headers, Buffer.from(seen.text))
    if (answer.status === 200) created += 1
    answerJson(response, answer.status, answer.body, answer.headers)
  })
  servers.push(server)
  return { baseUrl: server.baseUrl, created: () => created }
}

/** The steps of the doctor, none of which shows a credential. */
export async function examined(
  options: Partial<CertifyOptions>,
  contract: Contract = smallContract,
): Promise<readonly DoctorStep[]> {
  const usual: CertifyOptions = { baseUrl: 'http://127.0.0.1:1', credentials, seed: 1, timeoutSeconds: 2 }
  const steps: DoctorStep[] = []
  for await (const step of doctor(contract, { ...usual, ...options })) steps.push(step)
  expect(JSON.stringify(steps)).not.toContain(credentials.secret)
  expect(JSON.stringify(steps)).not.toContain(credentials.key)
  return steps
}

/** Step, outcome and mistake, of each step. */
export const brief = (steps: readonly DoctorStep[]): readonly string[] =>
  steps.map(({ step, outcome, mistake }) => [step, outcome, ...(mistake === undefined ? [] : [mistake])].join(' '))
export const named = (steps: readonly DoctorStep[]): readonly string[] => steps.flatMap(({ mistake }) => mistake ?? [])
export const causes = (steps: readonly DoctorStep[]): readonly string[] => steps.flatMap((step) => step.causes ?? [])
