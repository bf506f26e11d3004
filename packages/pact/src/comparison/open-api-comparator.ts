import { PactError } from '../pact-error.ts'

/** What `@pactflow/openapi-pact-comparator` finds, as far as it is read here. */
export interface ComparatorResult {
  readonly type: 'error' | 'warning'
  readonly code: string
  readonly message: string
  readonly mockDetails?: { readonly interactionDescription?: string | null; readonly location: string }
  readonly specDetails?: { readonly location: string }
}

/** Compares pacts with one OpenAPI document. */
export interface OpenApiComparator {
  compare(pact: unknown): AsyncIterable<ComparatorResult>
}

/** A comparator for an OpenAPI document; the library is loaded when it is first needed. */
export async function openApiComparator(document: unknown): Promise<OpenApiComparator> {
  // The declarations of the library name its own files in a way that Node's resolution does not follow.
  const library: { readonly Comparator?: unknown } = await import('@pactflow/openapi-pact-comparator')
  const { Comparator } = library
  if (!isComparatorClass(Comparator))
    throw new PactError('The OpenAPI comparator has no Comparator: install version 1.7.')
  return new Comparator(document)
}

function isComparatorClass(value: unknown): value is new (document: unknown) => OpenApiComparator {
  return typeof value === 'function'
}
