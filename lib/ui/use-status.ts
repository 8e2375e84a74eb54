/** What the worker knows, kept fresh while the page is looked at. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { extension } from '../extension.ts'
import type { Status, UiMessage } from '../messages.ts'
import { ask } from './ask.ts'

/** Waiting and sent counts move without a signal of their own; 5 s is as stale as a person may see them. */
const REFRESH_MS = 5_000
/** A woken worker answers within half a second; then a person should be told instead of kept waiting. A late answer still counts. */
const SILENT_MS = 500
const CHANGED_KEY = 'status-changed'

export type View = {
  /** Null until the first answer. */
  status: Status | null
  /** The last request was not answered. */
  silent: boolean
  /** Sends a request and gives the answer; the page then shows the state of its own tab again. */
  send: (message: UiMessage) => Promise<Status | null>
}

/**
 * @param tab Tab to show, or null for the whole browser; must be the same value, or promise, on every call
 * @param known What to show until the worker has answered
 */
export function useStatus(tab: null | Promise<number | null>, known: Status | null = null): View {
  const [view, setView] = useState<{ status: Status | null; silent: boolean }>({ status: known, silent: false })
  const newest = useRef(0)

  const refresh = useCallback(async () => {
    const turn = ++newest.current
    const isNewest = () => turn === newest.current
    const timer = setTimeout(() => isNewest() && setView(({ status }) => ({ status, silent: true })), SILENT_MS)
    const status = await ask({ type: 'status', tab: await tab })
    clearTimeout(timer)
    // An answer that was overtaken by a later question is older than what is shown.
    if (isNewest()) setView((shown) => ({ status: status ?? shown.status, silent: status === null }))
  }, [tab])

  const send = useCallback(
    async (message: UiMessage) => {
      const answer = await ask(message)
      await refresh()
      return answer
    },
    [refresh],
  )

  useEffect(() => {
    const refreshWhileSeen = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    const onChanged = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && CHANGED_KEY in changes) void refresh()
    }
    void refresh()
    extension.storage.onChanged.addListener(onChanged)
    document.addEventListener('visibilitychange', refreshWhileSeen)
    const timer = setInterval(refreshWhileSeen, REFRESH_MS)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refreshWhileSeen)
      extension.storage.onChanged.removeListener(onChanged)
    }
  }, [refresh])

  return { ...view, send }
}
