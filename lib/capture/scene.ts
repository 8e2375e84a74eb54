import { routeTemplate } from '../mask/route.ts'
import { siteFor } from '../policy/allowlist.ts'
import type { MaskEntry } from '../trace/action.ts'
import type { Route, Target } from '../trace/target.ts'
import { effectiveUrl, topUrl } from './frame.ts'
import type { Recordable } from './page.ts'
import { describe, type Point } from './target.ts'

/** Where and on what an action began: taken then, because the page may have moved on when the action is handed over. */
export type Scene = { route: Route; target: Target | null; masking: MaskEntry[] }

/** Null where the policy does not list this address: a page can move to an exception without loading. */
export function sceneOf({ sites, except }: Recordable, element: Element | null, point: Point | null): Scene | null {
  const href = effectiveUrl()
  const site = siteFor(href, sites, except)
  const around = topUrl()
  if (!site || (around !== null && !siteFor(around, sites, except))) return null
  const { path, query } = routeTemplate(href, site.routes)
  const described = element ? describe(element, point) : { target: null, masking: [] }
  const masking: MaskEntry[] = /[:*]/.test(path) ? [...described.masking, { field: 'route', rule: 'segment-masked' }] : described.masking
  return { route: { origin: new URL(href).origin, path, query }, target: described.target, masking }
}
