import type { Echoes } from '../mask/echo.ts'
import type { OnlyMasked } from '../mask/masked.ts'
import { routeTemplate } from '../mask/route.ts'
import { siteFor } from '../policy/allowlist.ts'
import type { MaskEntry } from '../trace/action.ts'
import type { Route, Target } from '../trace/target.ts'
import { effectiveUrl, topUrl } from './frame.ts'
import { isOrigin } from '../mask/origin.ts'
import { keypadAround } from './keypad.ts'
import type { Recordable } from './page.ts'
import { describe, type Point } from './target.ts'
import { wordingOf, type PageWording } from './wording.ts'

/** Where and on what an action began: taken then, because the page may have moved on when the action is handed over. */
export type Scene = {
  /** The element itself, for what is read of it afterwards. */
  element: Element | null
  route: OnlyMasked<Route>
  target: OnlyMasked<Target> | null
  masking: MaskEntry[]
  wording: PageWording
  /** The pad that stands for the key that was pressed; where the pointer was on it is not kept either. */
  keypad: Element | null
}

/** Null where the policy does not list this address: a page can move to an exception without loading. */
export function sceneOf(
  { sites, except }: Recordable,
  isWord: (word: string) => boolean,
  echoes: Echoes,
  element: Element | null,
  point: Point | null,
): Scene | null {
  const href = effectiveUrl()
  const site = siteFor(href, sites, except)
  const around = topUrl()
  if (!site || (around !== null && !siteFor(around, sites, except))) return null
  const origin = new URL(href).origin
  if (!isOrigin(origin)) return null
  const wording = wordingOf(site, isWord, echoes)
  const { path, query } = routeTemplate(href, site.routes, wording.isEcho)
  const keypad = element && keypadAround(element)
  const described = element ? describe(keypad ?? element, keypad ? null : point, wording, keypad !== null) : { target: null, masking: [] }
  const masking: MaskEntry[] = /[:*]/.test(path) ? [...described.masking, { field: 'route', rule: 'segment-masked' }] : described.masking
  return { element, route: { origin, path, query }, target: described.target, masking, wording, keypad }
}
