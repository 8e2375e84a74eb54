/**
 * Tabs in which something was typed that another page may show: until a sequence's time is over, their other documents keep the
 * wording of interfaces only. Held for this browser run; it says that something was typed, and not what.
 */
import { browser } from 'wxt/browser'
import type { Guard } from '../messages.ts'
import { LIMITS } from '../trace/vocabulary.ts'

type Raised = Record<string, number>

const keyOf = (tab: number) => `guard:${tab}`

async function read(tab: number): Promise<Raised> {
  const value: unknown = (await browser.storage.session.get(keyOf(tab)))[keyOf(tab)]
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}

/** One after the other: two frames that speak at once must not overwrite each other. */
let turn: Promise<unknown> = Promise.resolve()

export async function noteGuard({ document, raised }: Guard, tab: number, now: number): Promise<void> {
  const mine = turn.then(async () => {
    const { [document]: _, ...others } = await read(tab)
    const running = Object.fromEntries(Object.entries(others).filter(([, until]) => until > now))
    await browser.storage.session.set({ [keyOf(tab)]: raised ? { ...running, [document]: now + LIMITS.sequenceMs } : running })
  })
  turn = mine.catch(() => undefined)
  await mine
}

/** Was something typed in another document of this tab, or in the tab that opened it? */
export async function isGuarded(document: string, tabs: number[], now: number): Promise<boolean> {
  for (const tab of tabs) {
    for (const [other, until] of Object.entries(await read(tab))) if (other !== document && until > now) return true
  }
  return false
}
