/** The toolbar: icon shape, short text and title for each state, never colour alone. */
import { i18n } from '#i18n'
import { browser } from 'wxt/browser'
import type { State } from '../messages.ts'

const TEXT: Record<State, string> = {
  'not-set-up': '–',
  'off-here': '',
  asking: '?',
  paused: '||',
  'off-hours': '',
  recording: 'REC',
  attention: '!',
}
const ICON: Record<State, string> = {
  'not-set-up': 'not-set-up',
  'off-here': 'off',
  asking: 'not-set-up',
  paused: 'paused',
  'off-hours': 'off',
  recording: 'recording',
  attention: 'attention',
}
const COLOR: Partial<Record<State, string>> = { recording: '#b3261e', attention: '#8a5300' }
/** White on it passes 4.5:1, like white on the two above. */
const NEUTRAL = '#4a5560'

/**
 * Shows a state: on one tab, or as what every tab shows that has none of its own. The browser forgets a tab's own state when
 * the tab loads another page.
 */
export async function showState(state: State, tabId?: number): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId }
  const path = Object.fromEntries([16, 32].map((size) => [size, `/icon/${ICON[state]}-${size}.png`]))
  try {
    await Promise.all([
      browser.action.setIcon({ ...tab, path }),
      browser.action.setBadgeText({ ...tab, text: TEXT[state] }),
      browser.action.setBadgeBackgroundColor({ ...tab, color: COLOR[state] ?? NEUTRAL }),
      browser.action.setTitle({ ...tab, title: i18n.t(`badge.${state}.title`) }),
    ])
  } catch (error) {
    // A tab may close while its badge is set; without a tab there is no such excuse.
    if (tabId === undefined) throw error
  }
}
