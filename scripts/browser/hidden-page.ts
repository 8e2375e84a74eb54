import type { Browser } from '@playwright/test'
import { z } from 'zod'

const Reply = z.object({ id: z.int(), result: z.unknown().optional(), error: z.object({ message: z.string() }).optional() })
const Event = z.object({ method: z.string(), params: z.unknown() })
const Navigated = z.object({ loaderId: z.string(), errorText: z.string().optional() })
const Lifecycle = z.object({ loaderId: z.string(), name: z.string() })
const Evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() }).optional(),
})

type HiddenPage = {
  /** Value of the expression, awaited, as JSON. */
  evaluate: (expression: string) => Promise<unknown>
  send: (method: string, params?: Record<string, unknown>) => Promise<unknown>
  /** Settles with the first such event, from now on, that `accept` returns anything but undefined for. */
  event: <T>(method: string, accept: (params: unknown) => T | undefined) => Promise<T>
  close: () => Promise<void>
}

/**
 * Opens a page that is in no tab strip: extensions see no tab and get no tab events, so looking does not disturb what is looked
 * at. Playwright has no such page; its session is spoken to in the older, unflattened way, which needs no help from Playwright.
 */
async function openHidden(browser: Browser, url: string): Promise<HiddenPage> {
  const outer = await browser.newBrowserCDPSession()
  const { targetId } = await outer.send('Target.createTarget', { url: 'about:blank', hidden: true })
  const { sessionId } = await outer.send('Target.attachToTarget', { targetId, flatten: false })
  const replies = new Map<number, (reply: z.infer<typeof Reply>) => void>()
  const listeners = new Set<(event: z.infer<typeof Event>) => void>()
  let sent = 0

  outer.on('Target.receivedMessageFromTarget', (received) => {
    if (received.sessionId !== sessionId) return
    const message: unknown = JSON.parse(received.message)
    const reply = Reply.safeParse(message)
    if (!reply.success) return listeners.forEach((listener) => listener(Event.parse(message)))
    replies.get(reply.data.id)?.(reply.data)
    replies.delete(reply.data.id)
  })

  const send = async (method: string, params: Record<string, unknown> = {}) => {
    const id = ++sent
    const answered = new Promise<z.infer<typeof Reply>>((resolve) => replies.set(id, resolve))
    await outer.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
    const { result, error } = await answered
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  const event = <T>(method: string, accept: (params: unknown) => T | undefined) =>
    new Promise<T>((resolve) => {
      const listener = (heard: z.infer<typeof Event>) => {
        const accepted = heard.method === method ? accept(heard.params) : undefined
        if (accepted === undefined) return
        listeners.delete(listener)
        resolve(accepted)
      }
      listeners.add(listener)
    })

  const evaluate = async (expression: string) => {
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    const { result, exceptionDetails } = Evaluated.parse(answer)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  const navigate = async () => {
    await send('Page.enable')
    await send('Page.setLifecycleEventsEnabled', { enabled: true })
    const loaded = new Set<string>()
    let ours = ''
    // The load may be reported before the answer that says which load is ours.
    const arrived = event('Page.lifecycleEvent', (params) => {
      const { loaderId, name } = Lifecycle.parse(params)
      if (name === 'load') loaded.add(loaderId)
      return loaded.has(ours) || undefined
    })
    const { loaderId, errorText } = Navigated.parse(await send('Page.navigate', { url }))
    if (errorText) throw new Error(`${url}: ${errorText}`)
    ours = loaderId
    if (!loaded.has(ours)) await arrived
  }

  const close = async () => {
    await outer.send('Target.closeTarget', { targetId })
    await outer.detach()
  }
  await navigate().catch(async (error: unknown) => {
    await close()
    throw error
  })
  return { evaluate, send, event, close }
}

/** Opens a hidden page for the time of `use`. */
export async function withHidden<T>(browser: Browser, url: string, use: (page: HiddenPage) => Promise<T>): Promise<T> {
  const page = await openHidden(browser, url)
  try {
    return await use(page)
  } finally {
    await page.close()
  }
}
