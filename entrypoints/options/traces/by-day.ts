/** Records under the day on which they began, where the person is. Pure. */
import type { RecordRow } from '../../../lib/messages.ts'

/** `from` and `until` are the first and last ms of the day. */
export type Day = { from: number; until: number; records: RecordRow[] }

/** Days in the order of their first record. */
export function byDay(records: readonly RecordRow[]): Day[] {
  const days: Day[] = []
  for (const record of records) {
    const from = new Date(record.from).setHours(0, 0, 0, 0)
    const known = days.find((day) => day.from === from)
    if (known) known.records.push(record)
    // Not 24 hours later: twice a year a day has 23 or 25.
    else days.push({ from, until: new Date(record.from).setHours(23, 59, 59, 999), records: [record] })
  }
  return days
}
