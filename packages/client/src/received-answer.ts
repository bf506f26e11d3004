/** An answer as it came: its body read whole, up to the limit. */
export interface ReceivedAnswer {
  readonly status: number
  readonly headers: Headers
  /** Whether it sends the caller elsewhere, or came from elsewhere. */
  readonly redirect: boolean
  readonly text: string
  /** Whether the body went past the limit; `text` is what came before. */
  readonly cut: boolean
}

/** Reads an answer, at most so many bytes of its body. Throws what the body's stream throws. */
export async function readAnswer(response: Response, limit: number, signal: AbortSignal): Promise<ReceivedAnswer> {
  const { status, headers } = response
  // A browser hides a redirect behind the status 0.
  const redirect = response.type === 'opaqueredirect' || response.redirected || (status >= 300 && status < 400)
  const { bytes, cut } = await readBytes(response.body, limit, signal)
  return { status, headers, redirect, text: new TextDecoder().decode(bytes), cut }
}

async function readBytes(
  body: Response['body'],
  limit: number,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; cut: boolean }> {
  if (body === null) return { bytes: new Uint8Array(), cut: false }
  const reader = body.getReader()
  // A stream that heeds no signal is let go of, so that its connection does not stay open.
  const letGo = (): void => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', letGo, { once: true })
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { bytes: joined(chunks, size), cut: false }
      chunks.push(value)
      size += value.byteLength
      if (size > limit) {
        letGo()
        return { bytes: joined(chunks, size).subarray(0, limit), cut: true }
      }
    }
  } finally {
    signal.removeEventListener('abort', letGo)
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let position = 0
  for (const chunk of chunks) {
    bytes.set(chunk, position)
    position += chunk.byteLength
  }
  return bytes
}
