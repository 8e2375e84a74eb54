/** The disk is full, or the browser gives this extension no more of it. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
