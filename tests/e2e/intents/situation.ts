/** One situation of work in a page, with what the person did in it written down before anything was measured. */
import type { Page as Tab } from '@playwright/test'
import type { ActionKind } from '../../../lib/trace/vocabulary.ts'
import type { Page as Served } from '../browser/sites.ts'

/** One thing the person meant to do. */
export type Truth = {
  kind: ActionKind
  /**
   * What the action has to say, by path in it, as in `target.role`; each counts for the score of fields. `causedBy`, `source` and
   * the `action` of an effect name another truth by its place in the list. Of `effects` those that are stated have to be there,
   * with what is stated of them; none may be there where `[]` is stated.
   */
  fields?: Record<string, unknown>
  /** In which sequence, by when it began; 0 is that of the visit's beginning. Another tab is another one, and so is another site. */
  sequence?: number
}

export type Visit = {
  /** The situation's page is open in it, and its arrival is recorded. */
  tab: Tab
  /** Address of another document of the situation on its site, as in `here('next')`. */
  here: (name: string) => string
  /** The same on another listed site, which is another origin. */
  beside: (name: string) => string
  /** Does what leads to another document, and settles when its arrival is recorded; or when so many are, on a way over several. */
  arrive: (move: () => Promise<unknown>, arrivals?: number) => Promise<void>
}

export type Situation = {
  name: string
  /** Row of the scorecard it counts for. */
  group: string
  /**
   * What stands in the page's <main>. The page's address ends with a slash, so that `next` is the document of that name; `%beside%`
   * is the folder of the same situation on the other listed site, `%outside%` a site that is not listed.
   */
  body: string
  /** What stands in its <head>. */
  head?: string
  /** Further documents by name, for `here` and, by `beside:name`, on the other site. */
  others?: Record<string, Served>
  /** Needs a browser that keeps the pages it has left, as people's do: one that is driven is told not to, and loses hold of them. */
  keepsPages?: boolean
  /** Trusted input only, as a person would give it; it leaves the page free of what would cover the button that ends the visit. */
  act: (visit: Visit) => Promise<unknown>
  /** What the person meant, in order; neither the arrival at the beginning nor the click that ends the visit. */
  truth: Truth[]
  /** Why it cannot be recorded better, where that is known; the scorecard prints it beside the miss. */
  reason?: string
}

/**
 * The button that ends a visit. A document of the situation's own, as in a frame or behind a link, needs it too where the person acts
 * in it last: actions of one document are stored in order, so once the last is there, whatever is missing was not recorded. It is known by its size: a page that was
 * given something unread keeps no identifiers any more.
 */
export const DONE_SIZE = { width: 136, height: 24 }
export const DONE = `<button id="done" style="position:fixed;right:0;top:0;box-sizing:border-box;width:${DONE_SIZE.width}px;height:${DONE_SIZE.height}px">Finish</button>`
