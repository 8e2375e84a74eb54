import { extension } from '../../lib/extension.ts'

/**
 * Id of the tab the popup belongs to; null if the browser names none. `popup.html?tab=7` names it where the popup itself
 * is opened as a tab. Nothing but the id is read.
 */
export async function activeTab(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab')
  if (named !== null) return /^\d{1,10}$/.test(named) ? Number(named) : null
  const [tab] = await extension.tabs.query({ active: true, currentWindow: true })
  return tab?.id ?? null
}
