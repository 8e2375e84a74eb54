/** Calendar day in UTC, as `2026-01-05`; a local one would tell the time zone. @param at ms since 1970 */
export function utcDayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
