/** Where a provider's document stands in a checkout: the place that reports for machines point to. */
export function specsFile(provider: string): string {
  return `specs/${provider}/openapi.yaml`
}
