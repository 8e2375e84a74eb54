/**
 * Hears every message of the extension and sees every change of its storage, from a page of the extension that is in no tab and runs
 * none of its code. It answers nothing, so the worker's answers are the only ones.
 */
import { z } from 'zod'
import { withHidden } from '../../../scripts/browser/hidden-page.ts'
import type { Launched } from '../../../scripts/browser/launch.ts'

const LISTEN = `
  chrome.runtime.onMessage.addListener((message, sender) => {
    tell(JSON.stringify({ message, url: sender.url ?? '', tab: sender.tab?.id ?? -1, frame: sender.frameId ?? -1 }))
  })
  chrome.storage.onChanged.addListener((changes, area) => tell(JSON.stringify({ area, changes })))
`
const Called = z.object({ name: z.literal('tell'), payload: z.string() })
const Message = z.object({ message: z.unknown(), url: z.string(), tab: z.int(), frame: z.int() })
const Change = z.object({ area: z.string(), changes: z.record(z.string(), z.unknown()) })

type Message = z.infer<typeof Message>
type Change = z.infer<typeof Change>

export type Watch = {
  messages: Message[]
  changes: Change[]
  /** Runs an expression with the extension's rights. */
  evaluate: (expression: string) => Promise<unknown>
  /** Settles when `accept` returns anything but undefined; asked now and after whatever is heard. */
  until: <T>(what: string, accept: () => T | undefined) => Promise<T>
  close: () => Promise<void>
}

/** A page that is never heard of is a failure of its own; installing, loading and one message take about two seconds. */
const PATIENCE_MS = 20_000

export async function openWatch({ browser, extensionId }: Launched): Promise<Watch> {
  const messages: Message[] = []
  const changes: Change[] = []
  const waiting = new Set<() => void>()
  const opened = Promise.withResolvers<Watch>()
  const over = Promise.withResolvers<void>()

  const closed = withHidden(browser, `chrome-extension://${extensionId}/manifest.json`, async (page) => {
    const hear = (params: unknown): undefined => {
      const called = Called.safeParse(params)
      if (!called.success) return
      const told: unknown = JSON.parse(called.data.payload)
      const message = Message.safeParse(told)
      if (message.success) messages.push(message.data)
      else changes.push(Change.parse(told))
      for (const ask of waiting) ask()
    }
    void page.event('Runtime.bindingCalled', hear)
    await page.send('Runtime.enable')
    await page.send('Runtime.addBinding', { name: 'tell' })
    await page.evaluate(LISTEN)
    opened.resolve({
      messages,
      changes,
      evaluate: page.evaluate,
      until: (what, accept) =>
        new Promise((resolve, reject) => {
          const timer = setTimeout(() => {
            waiting.delete(ask)
            reject(new Error(`never heard: ${what}`))
          }, PATIENCE_MS)
          const ask = () => {
            const accepted = accept()
            if (accepted === undefined) return
            clearTimeout(timer)
            waiting.delete(ask)
            resolve(accepted)
          }
          waiting.add(ask)
          ask()
        }),
      close: async () => {
        over.resolve()
        await closed
      },
    })
    await over.promise
  })
  closed.catch(opened.reject)
  return opened.promise
}
