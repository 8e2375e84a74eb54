import { i18n } from '#i18n'
import type { DayCount } from './last-days.ts'
import { grouped } from '../../../lib/ui/time-words.ts'

/** Units of the drawing; it is stretched to the width of the page. */
const STEP = 20
const GAP = 6
const HEIGHT = 120
/** A day with one action is seen beside one with a thousand. */
const LEAST = 3

/** One bar a day, from the oldest to today; days without any have a mark on the ground line. */
export function Bars({ days, words }: { days: readonly DayCount[]; words: (at: number) => string }) {
  const most = Math.max(...days.map(({ actions }) => actions))
  const highest = days.find(({ actions }) => actions === most)
  const [first, last] = [days[0], days.at(-1)]
  return (
    <figure class="bars">
      {highest && <p class="most">{i18n.t('activity.most', { count: grouped(most), day: words(highest.at) })}</p>}
      <svg role="img" aria-label={i18n.t('activity.chart')} viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`} preserveAspectRatio="none">
        {days.map(({ at, actions }, place) => {
          const height = actions === 0 ? 1 : Math.max(LEAST, Math.round((actions / most) * HEIGHT))
          return (
            <rect
              key={at}
              class={actions === 0 ? 'no-bar' : 'bar'}
              x={place * STEP + GAP / 2}
              y={HEIGHT - height}
              width={STEP - GAP}
              height={height}
            >
              <title>{i18n.t('activity.most', { count: grouped(actions), day: words(at) })}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption>
        <span>{first && words(first.at)}</span>
        <span>{last && words(last.at)}</span>
      </figcaption>
    </figure>
  )
}
