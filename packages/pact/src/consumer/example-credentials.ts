/** Nobody's credentials: what a client signs with while a pact is recorded. Neither is written into it. */
export const exampleCredentials: { readonly key: string; readonly secret: string } = {
  key: 'the-key-of-a-recording',
  secret: 'the-secret-of-a-recording',
}
