/** A wall clock this much behind what was measured before was set back, and is believed; less is the noise of two clocks. */
const SET_BACK_MS = 30_000
/** The clocks are compared this often while anything happens: reading them takes longer than handling a move of the pointer. */
const COMPARE_MS = 50

/**
 * Page time to wall time, ms since 1970. Event time stamps stand still while the machine sleeps; so the offset between the
 * two grows, which keeps one document's events in order, unless the clock itself was set back.
 */
export function pageClock(): (eventTime?: number) => number {
  let offset = -Infinity
  let comparedAt = -Infinity
  return (eventTime) => {
    const time = eventTime ?? performance.now()
    if (time - comparedAt >= COMPARE_MS) {
      comparedAt = performance.now()
      const measured = Date.now() - comparedAt
      offset = measured < offset - SET_BACK_MS ? measured : Math.max(offset, measured)
    }
    return offset + time
  }
}
