// Pact's Verifier in a process of its own: its native library writes to stdout, reads the environment, and ends with this process.
import { providerWithMetadata, Verifier } from '@pact-foundation/pact'

process.once('message', async ({ provider, file, stage, states, timeout, messages = {}, verifier }) => {
  const tell = async (state, parameters) => {
    const answer = await fetch(`${stage}/_state`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state, parameters: parameters ?? {} }),
    })
    return answer.json()
  }
  const stateHandlers = Object.fromEntries(states.map((state) => [state, (parameters) => tell(state, parameters)]))
  const messageProviders = Object.fromEntries(
    Object.entries(messages).map(([description, { metadata, text }]) => [
      description,
      providerWithMetadata(async () => JSON.parse(text), metadata),
    ]),
  )
  const source = file === undefined ? {} : { pactUrls: [file] }
  const options = {
    provider,
    providerBaseUrl: stage,
    stateHandlers,
    ...(Object.keys(messages).length === 0 ? {} : { messageProviders }),
    timeout,
    logLevel: 'error',
    ...source,
    ...verifier,
  }
  const result = await new Verifier(options).verifyProvider().then(
    (text) => ({ text }),
    // What does not verify is told by an error whose message is the result.
    (error) => ({ text: error instanceof Error ? error.message : String(error) }),
  )
  process.send(result, () => process.disconnect())
})

// An interrupt is the parent's to handle: it ends this process, or lets it come to its end.
process.on('SIGINT', () => {})

// Whoever asked is gone, or has the result: nothing is left to do.
process.once('disconnect', () => process.exit())
