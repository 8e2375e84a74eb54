import { useEffect } from 'preact/hooks'
import type { Status } from '../../lib/messages.ts'
import { ask } from '../../lib/ui/ask.ts'

/** Tells the worker that the person has the terms in force before them; a page in the background has not shown anything yet. */
export function useSeen(status: Status | null): void {
  const terms = status?.terms.id ?? null
  useEffect(() => {
    if (terms === null) return undefined
    const tell = () => {
      if (document.visibilityState === 'visible') void ask({ type: 'seen', terms })
    }
    tell()
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [terms])
}
