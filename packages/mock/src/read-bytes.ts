/** The most bytes a request body may have: 1 MiB. */
export const BODY_LIMIT = 1_048_576

/** The body of a request, or undefined where it has more than 1 MiB: the rest is not read. */
export async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  if (request.body === null) return new Uint8Array()
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > BODY_LIMIT) return undefined
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.byteLength
    if (length > BODY_LIMIT) return undefined
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)
}
