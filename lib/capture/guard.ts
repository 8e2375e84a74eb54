/**
 * What is typed on one page may be shown by the next, whose own recorder cannot know it. So the worker is told, before the page can
 * be left, that something was typed, and the next pages of this tab keep the wording of interfaces only. Where the next address
 * shows what was typed, as that of a search does, that one page can tell echoes by itself.
 */
import { extension } from './extension.ts'
import type { Echoes } from '../mask/echo.ts'
import type { Guard } from '../messages.ts'
import { decoded } from './decoded.ts'
import type { Page } from './page.ts'

/** @returns to be called whenever something was typed */
export function openGuard(document: string, page: Page, echoes: Echoes): () => void {
  let raised = false
  const tell = (raise: boolean) => {
    if (raised === raise) return
    raised = raise
    const message: Guard = { type: 'guard', document, raised: raise }
    // One that is lost while the guard goes up is sent again at the next key; while it comes down, it stays up.
    extension.runtime.sendMessage(message).catch(() => {
      raised = false
    })
  }

  if ('navigation' in window) {
    window.navigation.addEventListener(
      'navigate',
      page.guard(({ destination, formData }: NavigateEvent) => {
        if (!raised || destination.sameDocument) return
        if (formData === null && echoes.isAllIn(decoded(destination.url))) tell(false)
      }),
      { signal: page.signal },
    )
  }
  return () => tell(true)
}
