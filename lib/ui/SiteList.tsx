import { i18n } from '#i18n'
import type { ComponentChildren } from 'preact'
import type { Status } from '../messages.ts'
import { scheduleSentence, siteSentence } from './site-sentence.ts'

/** Where and when recording happens, and what is kept there: sites, exceptions and hours, each as a sentence with its pattern beside it; `fresh` ones in bold. */
export function SiteList({ policy, fresh = [] }: { policy: Status['policy']; fresh?: readonly string[] }) {
  if (policy.sites.length === 0) return <p>{i18n.t('sites.none')}</p>
  return (
    <>
      <ul class="sites">
        {policy.sites.map(({ match, text, context, phrases, unmask }) => (
          <Pattern key={match} match={match} fresh={fresh.includes(match)}>
            <small>{text === 'public' ? i18n.t('sites.public_text') : i18n.t('sites.interface_text')}</small>
            {text === 'interface' && phrases > 0 && <small>{i18n.t('sites.phrases', phrases)}</small>}
            {text === 'interface' && unmask > 0 && <small>{i18n.t('sites.unmask', unmask)}</small>}
            {context === 'structure' && <small>{i18n.t('sites.structure')}</small>}
          </Pattern>
        ))}
      </ul>
      {policy.except.length > 0 && (
        <>
          <h3>{i18n.t('sites.except')}</h3>
          <ul class="sites except">
            {policy.except.map((match) => (
              <Pattern key={match} match={match} />
            ))}
          </ul>
        </>
      )}
      <h3>{i18n.t('sites.when')}</h3>
      <p>{scheduleSentence(policy.schedule)}</p>
    </>
  )
}

function Pattern({ match, fresh = false, children }: { match: string; fresh?: boolean; children?: ComponentChildren }) {
  return (
    <li>
      {fresh ? <strong>{siteSentence(match)}</strong> : <span>{siteSentence(match)}</span>} <code>{match}</code>
      {children}
    </li>
  )
}
