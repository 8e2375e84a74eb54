/**
 * New keys in a minute. A fleet of 2,000 that starts at nine, spread over a quarter of an hour as it is, makes 140; who has the join secret
 * and means harm, at most 860,000 rows of 150 bytes in a day.
 */
const A_MINUTE = 600
/** By then the whole of it is free again; what comes later is spread by whoever was told to wait. */
const WAIT_SECONDS = 60

/** Counts new keys. Those that are known already cost nothing and are not counted. */
export function enrolRate(now: () => number) {
  let room = A_MINUTE
  let filledAt = now()
  /** @returns seconds to wait, or null where there is room, which is taken */
  return function take(): number | null {
    const time = now()
    // A clock that was set back fills nothing, and one that was set ahead fills it once.
    room = Math.min(A_MINUTE, room + (Math.max(0, time - filledAt) / 60_000) * A_MINUTE)
    filledAt = time
    if (room < 1) return WAIT_SECONDS
    room -= 1
    return null
  }
}
