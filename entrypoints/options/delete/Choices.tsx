import { i18n } from '#i18n'
import type { ComponentChildren } from 'preact'
import type { Status } from '../../../lib/messages.ts'
import { hostOf } from '../../../lib/ui/host-of.ts'
import { deletableSites, hasGroups } from './deletable-sites.ts'
import { localMinute, SCOPES, type Choice, type Scope } from './delete-choice.ts'

type Properties = { status: Status; now: number; choice: Choice; choose: (choice: Choice) => void }

/** What to delete, as one group of choices; naming a site or a time chooses it. The browser itself asks for what is missing. */
export function Choices({ status, now, choice, choose }: Properties) {
  const sites = deletableSites(status)
  const groups = hasGroups(status)
  const scopes = SCOPES.filter((scope) => scope !== 'site' || sites.length > 0)
  const inputs: Partial<Record<Scope, ComponentChildren>> = {
    since: (
      <input
        type="datetime-local"
        aria-label={i18n.t('delete.since_when')}
        value={choice.since}
        max={localMinute(now)}
        required={choice.scope === 'since'}
        onInput={({ currentTarget }) => choose({ ...choice, scope: 'since', since: currentTarget.value })}
      />
    ),
    site: (
      <select
        aria-label={i18n.t('delete.which_site')}
        aria-describedby={groups ? 'site-hint' : undefined}
        value={choice.origin}
        required={choice.scope === 'site'}
        onChange={({ currentTarget }) => choose({ ...choice, scope: 'site', origin: currentTarget.value })}
      >
        <option value="">{i18n.t('delete.which_none')}</option>
        {sites.map((origin) => (
          <option key={origin} value={origin}>
            {hostOf(origin)}
          </option>
        ))}
      </select>
    ),
  }
  return (
    <fieldset>
      <legend>{i18n.t('delete.choose')}</legend>
      {scopes.map((scope) => (
        <div key={scope} class="choice">
          <label>
            <input type="radio" name="scope" value={scope} checked={choice.scope === scope} onChange={() => choose({ ...choice, scope })} />
            {i18n.t(`delete.${scope}`)}
          </label>
          {inputs[scope]}
          {scope === 'site' && groups && (
            <p id="site-hint" class="hint">
              {i18n.t('delete.site_hint')}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  )
}
