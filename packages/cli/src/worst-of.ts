/** Exit codes from the one that says most to the one that says least. */
const order = [130, 2, 3, 1, 0]

/** Of several exit codes the one that counts. */
export function worstOf(codes: readonly number[]): number {
  return order.find((code) => codes.includes(code)) ?? 0
}
