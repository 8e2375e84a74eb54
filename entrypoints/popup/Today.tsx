import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { grouped } from '../../lib/ui/time-words.ts'
import { sum } from '../../lib/ui/sum.ts'

/** Today in two numbers. */
export function Today({ status }: { status: Status }) {
  const { kinds, sites } = status.today
  const actions = sum(kinds)
  const places = Object.keys(sites).length
  return (
    <div>
      <h2>{i18n.t('popup.today')}</h2>
      {actions === 0 ? (
        <p>{i18n.t('popup.none_today')}</p>
      ) : (
        <p class="figures">
          <span>
            <b>{grouped(actions)}</b> {i18n.t('popup.actions', actions)}
          </span>{' '}
          <span>
            <b>{grouped(places)}</b> {i18n.t('popup.sites', places)}
          </span>
        </p>
      )}
    </div>
  )
}
