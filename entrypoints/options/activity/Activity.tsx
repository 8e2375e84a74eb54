import { i18n } from '#i18n'
import type { Status } from '../../../lib/messages.ts'
import { CountTable } from '../CountTable.tsx'
import { Bars } from './Bars.tsx'
import { lastDays } from './last-days.ts'
import { pageLocale } from '../../../lib/ui/locale.ts'

/** How much was recorded on each of the last 30 days: as a picture, and as a table that says the same. */
export function Activity({ activity, now }: { activity: Status['activity']; now: number }) {
  const days = lastDays(activity, now)
  const words = (at: number) => new Intl.DateTimeFormat(pageLocale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
  return (
    <>
      <p class="intro">{i18n.t('activity.intro')}</p>
      {days.every(({ actions }) => actions === 0) ? (
        <p>{i18n.t('activity.none')}</p>
      ) : (
        <>
          <Bars days={days} words={words} />
          <details>
            <summary>{i18n.t('activity.table')}</summary>
            <CountTable
              caption={i18n.t('activity.title')}
              column={i18n.t('activity.day')}
              rows={days.toReversed().map(({ at, actions }): [string, number] => [words(at), actions])}
              order="given"
              summed
            />
          </details>
        </>
      )}
    </>
  )
}
