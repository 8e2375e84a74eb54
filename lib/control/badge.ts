import { browser } from 'wxt/browser'
import type { State } from '../messages.ts'
import { badge } from '../ui/badge.ts'

/**
 * Shows a state on the toolbar: on one tab, or as what every tab shows that has none of its own. The browser forgets a tab's
 * own state when the tab loads another page.
 */
export async function showState(state: State, tabId?: number): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId }
  const { icon, text, color, title } = badge(state)
  try {
    await Promise.all([
      browser.action.setIcon({ ...tab, path: icon }),
      browser.action.setBadgeText({ ...tab, text }),
      browser.action.setBadgeBackgroundColor({ ...tab, color }),
      browser.action.setTitle({ ...tab, title }),
    ])
  } catch (error) {
    // A tab may close while its badge is set; without a tab there is no such excuse.
    if (tabId === undefined) throw error
  }
}
