import type { Route } from '../../../lib/trace/target.ts'
import { hostOf } from '../../../lib/ui/host-of.ts'
import { Hidden } from './Hidden.tsx'

/** host/path?key, with a mark for every part that was not kept. */
export function Address({ route: { origin, path, query } }: { route: Route }) {
  return (
    <span class="address">
      {hostOf(origin)}
      {/* Segments that were not kept begin with a colon; a star stands for the rest of a path. */}
      {path.split(/(:[a-z]+|\*)/).map((part, place) =>
        /^[:*]/.test(part) ? (
          <Hidden key={place} rule={null}>
            …
          </Hidden>
        ) : (
          part
        ),
      )}
      {query.map((name, place) => (
        <span key={name}>
          {place === 0 ? '?' : '&'}
          {name}=<Hidden rule={null}>…</Hidden>
        </span>
      ))}
    </span>
  )
}
