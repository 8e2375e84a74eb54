/**
 * Page time to wall time, ms since 1970. Event time stamps stand still while the machine sleeps, and the wall clock can be
 * set back; so the offset between the two only ever grows, which keeps one document's events in order.
 */
export function pageClock(): (eventTime?: number) => number {
  let offset = -Infinity
  return (eventTime) => {
    const now = performance.now()
    offset = Math.max(offset, Date.now() - now)
    return offset + (eventTime ?? now)
  }
}
