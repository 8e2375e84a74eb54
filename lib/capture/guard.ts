/**
 * What is typed on one page may be shown by the next, whose own recorder cannot know it. So the worker is told, before the page can
 * be left, that something was typed, and the next pages of this tab keep the wording of interfaces only. Where the next address
 * shows what was typed, as that of a search does, that one page can tell echoes by itself.
 */
import { extension } from '../extension.ts'
import type { Echoes } from '../mask/echo.ts'
import type { Guard } from '../messages.ts'
import { decoded } from './decoded.ts'
import type { Page } from './page.ts'

/** Enough to keep a guard of half an hour up, and no message at each key. */
const AGAIN_MS = 60_000

/** @returns to be called whenever something was typed */
export function openGuard(document: string, page: Page, echoes: Echoes): () => void {
  let raised = false
  let toldAt = -Infinity
  const tell = (raise: boolean) => {
    // Again after a while: the guard holds for so long after the last that was typed.
    const now = performance.now()
    if (raised === raise && (!raise || now - toldAt < AGAIN_MS)) return
    raised = raise
    toldAt = now
    const message: Guard = { type: 'guard', document, raised: raise }
    // One that is lost while the guard goes up is sent again at the next key; while it comes down, it stays up.
    extension.runtime.sendMessage(message).catch(() => {
      raised = false
    })
  }

  /** In the parts of an address that the next page compares with; the words of a path are not among them. */
  const isShown = (address: string) => {
    const url = URL.parse(address)
    return url !== null && echoes.isAllIn(`${decoded(url.search)} ${decoded(url.hash)}`)
  }

  if ('navigation' in window) {
    window.navigation.addEventListener(
      'navigate',
      page.guard(({ destination, formData }: NavigateEvent) => {
        if (!raised || destination.sameDocument) return
        if (formData === null && isShown(destination.url)) tell(false)
      }),
      { signal: page.signal },
    )
  }
  return () => tell(true)
}
