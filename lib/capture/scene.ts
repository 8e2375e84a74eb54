import type { Echoes } from '../mask/echo.ts'
import type { Masked, OnlyMasked } from '../mask/masked.ts'
import { routeTemplate } from '../mask/route.ts'
import { wordList } from '../mask/word-list.ts'
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

/** What follows from an address and the policy. */
type Place = { origin: Masked; site: Recordable['sites'][number] } | null

/**
 * Scenes of this document; null where the policy does not list its address: a page can move to an exception without loading.
 * @param standing may be brought other sites and words later
 */
export function openScenes(standing: Recordable, echoes: Echoes): (element: Element | null, point: Point | null) => Scene | null {
  /** A person stays at an address, and a policy may list five hundred sites. */
  let known: { place: Place; from: readonly unknown[] } | null = null
  /** Read anew when the standing brings other words, and not for each address: there are thousands. */
  let lexicon = { lines: standing.words, isWord: wordList(standing.words) }

  const placeOf = (href: string, around: string | null): Place => {
    const { sites, except } = standing
    const from = [href, around, sites, except]
    if (known?.from.every((each, index) => each === from[index])) return known.place
    const site = siteFor(href, sites, except)
    const { origin } = new URL(href)
    const isListed = site !== null && (around === null || siteFor(around, sites, except) !== null) && isOrigin(origin)
    const place = isListed ? { origin, site } : null
    known = { place, from }
    return place
  }

  return (element, point) => {
    const href = effectiveUrl()
    const place = placeOf(href, topUrl())
    if (!place) return null
    const { origin, site } = place
    if (lexicon.lines !== standing.words) lexicon = { lines: standing.words, isWord: wordList(standing.words) }
    const wording = wordingOf(site, lexicon.isWord, echoes)
    const { path, query } = routeTemplate(href, site.routes, wording.isEcho)
    const keypad = element && keypadAround(element)
    const described = element ? describe(keypad ?? element, keypad ? null : point, wording, keypad !== null) : { target: null, masking: [] }
    const masking: MaskEntry[] = /[:*]/.test(path) ? [...described.masking, { field: 'route', rule: 'segment-masked' }] : described.masking
    return { element, route: { origin, path, query }, target: described.target, masking, wording, keypad }
  }
}
