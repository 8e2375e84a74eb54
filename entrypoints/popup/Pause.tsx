import { i18n } from '#i18n'
import type { Status, UiMessage } from '../../lib/messages.ts'
import { isInForce } from '../../lib/ui/headline.ts'
import { pauseChoices } from '../../lib/ui/pause-choices.ts'
import { countdown } from '../../lib/ui/time-words.ts'

type Properties = { status: Status; now: number; decide: (message: UiMessage) => Promise<void> }

/** Pausing, where anything could be recorded; the countdown and the way back while paused, unless there is nothing to go back to. */
export function Pause({ status, now, decide }: Properties) {
  if (status.state === 'attention') return null
  if (status.pausedUntil !== null) {
    return (
      <section class="pause">
        <p>
          {i18n.t('popup.resumes_in')} <span role="timer">{countdown(status.pausedUntil - now)}</span>
        </p>
        <button type="button" onClick={() => void decide({ type: 'resume' })}>
          {i18n.t('popup.resume')}
        </button>
      </section>
    )
  }
  if (!isInForce(status) || status.consent === 'asking' || status.consent === 'refused') return null
  return (
    <section class="pause" aria-labelledby="pause">
      <h2 id="pause">{i18n.t('popup.pause')}</h2>
      <div class="choices">
        {pauseChoices(status.pauseMaxMinutes, now).map(({ name, minutes }) => (
          <button key={name} type="button" onClick={() => void decide({ type: 'pause', minutes })}>
            {i18n.t(`popup.${name}`)}
          </button>
        ))}
      </div>
    </section>
  )
}
