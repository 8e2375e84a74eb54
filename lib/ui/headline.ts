import { i18n } from '#i18n'
import type { Status } from '../messages.ts'
import { hostOf } from './host-of.ts'
import { shapeOf, type Shape } from './shapes.ts'
import { scheduleSentence } from './site-sentence.ts'
import { moment } from './time-words.ts'
import type { View } from './use-status.ts'

export type Headline = { shape: Shape; title: string; detail: string }

/** The headline, or the word that the worker has not answered, or not yet. */
export function lineOf({ status, silent }: Pick<View, 'status' | 'silent'>, scope: 'tab' | 'browser', now: number): Headline {
  if (silent) return { shape: 'attention', title: i18n.t('common.silent_title'), detail: i18n.t('common.silent') }
  if (status === null) return { shape: 'off', title: i18n.t('common.one_moment'), detail: '' }
  return headline(status, scope, now)
}

/** What is happening, in a title and a sentence. `scope` says whether `status` is of one tab or of the whole browser. */
function headline(status: Status, scope: 'tab' | 'browser', now: number): Headline {
  const { state, policy } = status
  const company = companyOf(status)
  if (status.consent === 'refused' && state !== 'not-set-up') {
    return { shape: 'off', title: i18n.t('state.refused.title'), detail: i18n.t('state.refused.detail') }
  }
  const shape = shapeOf(state)
  const words = (title: string, detail: string): Headline => ({ shape, title, detail })
  switch (state) {
    case 'recording':
      return status.site === null
        ? words(i18n.t('state.recording_all.title'), i18n.t('state.recording_all.detail'))
        : words(i18n.t('state.recording.title', { site: hostOf(status.site) }), i18n.t('state.recording.detail'))
    case 'off-here':
      if (status.site !== null) return words(i18n.t('state.not_yet.title'), i18n.t('state.not_yet.detail', { site: hostOf(status.site) }))
      return scope === 'browser'
        ? words(i18n.t('state.off_all.title'), i18n.t('state.off_all.detail'))
        : words(i18n.t('state.off_here.title'), i18n.t('state.off_here.detail', { company }))
    case 'paused':
      return words(i18n.t('state.paused.title', { time: moment(status.pausedUntil ?? now, now) }), i18n.t('state.paused.detail'))
    case 'asking':
      return words(i18n.t('state.asking.title'), status.terms.more.length > 0 ? i18n.t('state.asking.more') : i18n.t('state.asking.detail'))
    case 'off-hours':
      return words(i18n.t('state.off_hours.title'), i18n.t('state.off_hours.detail', { schedule: scheduleSentence(policy.schedule) }))
    case 'not-set-up':
      return words(i18n.t('state.not_set_up.title'), i18n.t('state.not_set_up.detail', { company }))
    case 'attention':
      return words(i18n.t('state.attention.title'), attentionDetail(status))
  }
}

/** Where something is wrong, the person's first question is still whether this is recorded: it is not. */
function attentionDetail(status: Status): string {
  const company = companyOf(status)
  if (isRevoked(status)) return i18n.t('state.attention.revoked', { company })
  if (status.policy.list?.expired) return i18n.t('state.attention.expired', { company })
  if (status.policy.list) return i18n.t('state.attention.list', { company })
  return i18n.t('state.attention.none', { company })
}

/**
 * The collector takes nothing more from this browser, and has said so twice. Not read from `delivery`: the last try may have failed
 * for another reason since.
 */
export function isRevoked(status: Status): boolean {
  return status.state === 'attention' && isInForce(status) && !status.policy.list?.expired
}

/** Do the settings, or the allowlist file that they name, keep anything from being recorded until an administrator puts them right? */
export function hasFaultySettings({ policy: { problems, list } }: Status): boolean {
  return problems.length > 0 || (list !== null && (list.expired || (list.version === null && list.problems.length > 0)))
}

/** Settings are in force as a whole or not at all; those that are name at least one site. */
export function isInForce({ policy }: Status): boolean {
  return policy.sites.length > 0
}

/** The company as people know it, or the words "your company". */
export function companyOf(status: Status): string {
  return status.policy.company ?? i18n.t('common.your_company')
}
