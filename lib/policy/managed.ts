import { browser } from 'wxt/browser'

/**
 * The raw managed value, for `resolvePolicy`. Chrome answers `{}` for some seconds after installation and keeps the first
 * answer after a restart waiting; Firefox rejects when nothing is set. All of it means: not configured (yet).
 */
export async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get()
  } catch {
    return undefined
  }
}

/** Calls the listener whenever the administrator's value arrives or changes. Register at worker start, synchronously. */
export function onManagedChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') listener()
  })
}
