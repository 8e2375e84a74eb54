/** Which sites a person can choose to delete. Pure. */
import type { Status } from '../../../lib/messages.ts'
import { matchParts } from '../../../lib/ui/match-parts.ts'

type Known = { policy: { sites: Pick<Status['policy']['sites'][number], 'match'>[] }; today: Pick<Status['today'], 'sites'> }

/** Origins that the list names, and those that were recorded today; in alphabetical order. */
export function deletableSites({ policy, today }: Known): string[] {
  const named = policy.sites.flatMap(({ match }) => originOf(match) ?? [])
  return [...new Set([...named, ...Object.keys(today.sites)])].toSorted()
}

/** True if the list names sites only as a group: those are known by name on the day they are used. */
export function hasGroups({ policy }: Pick<Known, 'policy'>): boolean {
  return policy.sites.some(({ match }) => originOf(match) === null)
}

/** The one origin that a pattern means, or null if it means many. */
function originOf(match: string): string | null {
  const parts = matchParts(match)
  const scheme = /^https?(?=:)/.exec(match)?.[0]
  if (parts === null || scheme === undefined || parts.subdomains) return null
  const address = `${scheme}://${parts.host}`
  // Without a port a pattern means every port. On the web that is one; on the person's own computer it is any.
  if (!URL.canParse(address) || (scheme === 'http' && !/:\d+$/.test(parts.host))) return null
  return new URL(address).origin
}
