/**
 * Tabs in which something was typed that another page may show: until a sequence's time is over, their other documents keep the
 * wording of interfaces only. Held for this browser run; it says that something was typed, and not what.
 */
import { browser } from 'wxt/browser'
import { z } from 'zod'
import type { Guard } from '../messages.ts'
import { LIMITS } from '../trace/vocabulary.ts'

/**
 * By document in which was typed. `pass`: the address of the next page shows what it was; that page, and no later one, is exempt and
 * is named once it has come.
 */
const Entries = z.record(z.string(), z.strictObject({ until: z.number(), pass: z.boolean(), exempt: z.string().nullable() }))
type Entries = z.infer<typeof Entries>

const keyOf = (tab: number) => `guard:${tab}`

async function read(tab: number, now: number): Promise<Entries> {
  const { data = {} } = Entries.safeParse((await browser.storage.session.get(keyOf(tab)))[keyOf(tab)])
  return Object.fromEntries(Object.entries(data).filter(([, { until }]) => until > now))
}

/** One after the other: two frames that speak at once must not overwrite each other. */
let turn: Promise<unknown> = Promise.resolve()

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = turn.then(run)
  turn = mine.catch(() => undefined)
  return mine
}

export function noteGuard({ document, raised }: Guard, tab: number, now: number): Promise<void> {
  return inTurn(async () => {
    const entries = await read(tab, now)
    const until = raised ? now + LIMITS.sequenceMs : (entries[document]?.until ?? now)
    await browser.storage.session.set({ [keyOf(tab)]: { ...entries, [document]: { until, pass: !raised, exempt: null } } })
  })
}

/**
 * Was something typed in another document of this tab, or in the tab that opened it?
 * @param isTop a frame of an exempt page has an address of its own, which shows nothing; nor does one that was redirected to
 */
export function isGuarded(
  document: string,
  { isTop, redirected }: { isTop: boolean; redirected: boolean },
  { tab, opener }: { tab: number; opener: number | null },
  now: number,
): Promise<boolean> {
  return inTurn(async () => {
    const entries = await read(tab, now)
    let guarded = false
    let passed = false
    for (const [other, entry] of Object.entries(entries)) {
      if (other === document) continue
      if (isTop && entry.pass) {
        passed = true
        Object.assign(entry, { pass: false, exempt: redirected ? null : document })
      }
      if (!isTop || entry.exempt !== document) guarded = true
    }
    // Most documents are asked about in tabs where nothing was typed.
    if (passed) await browser.storage.session.set({ [keyOf(tab)]: entries })
    return guarded || (opener !== null && Object.keys(await read(opener, now)).length > 0)
  })
}
