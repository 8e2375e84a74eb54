import { pageLocale } from '../../../lib/ui/locale.ts'
import { isSameDay } from '../../../lib/ui/time-words.ts'

/** `14:02 – 14:09`, in one minute `14:02`; over midnight with both days. Times in ms since 1970. */
export function timeSpan(from: number, until: number, locale = pageLocale()): string {
  const day: Intl.DateTimeFormatOptions = isSameDay(from, until) ? {} : { day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).formatRange(from, until)
}
