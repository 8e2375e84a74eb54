/** Who is speaking: a message is worth only what the browser says of its sender. Pure. */

/** The parts of `runtime.MessageSender` that decide. */
export type Sender = {
  id?: string | undefined
  url?: string | undefined
  origin?: string | undefined
  frameId?: number | undefined
  tab?: { id?: number | undefined } | undefined
}

export type PageSender = {
  tab: number
  frameId: number
  origin: string
  /** null for about:blank, srcdoc and blob: frames, which inherit their origin. */ url: string | null
}

/** A content script of ours, in a tab; null for anybody else. */
export function pageSender(sender: Sender, extensionId: string): PageSender | null {
  const { id, url, frameId, tab } = sender
  if (id !== extensionId || tab?.id === undefined || frameId === undefined || !url) return null
  const own = originOf(url)
  // The origin of an inherited frame is its creator's, which only the browser can vouch for.
  const origin = own ?? (sender.origin && originOf(sender.origin))
  if (!origin || (own && sender.origin && sender.origin !== own)) return null
  return { tab: tab.id, frameId, origin, url: own ? url : null }
}

/** A content script of ours whose page is gone already: Firefox delivers its message all the same, and names no tab. */
export function isGonePage({ id, url, tab }: Sender, extensionId: string): boolean {
  return id === extensionId && tab === undefined && url !== undefined && originOf(url) !== null
}

/** One of our own pages: popup, options or notice. */
export function isOwnPage(sender: Sender, extensionId: string, extensionOrigin: string): boolean {
  return sender.id === extensionId && sender.url !== undefined && sender.url.startsWith(`${extensionOrigin}/`)
}

function originOf(url: string): string | null {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return null
  return new URL(url).origin
}
