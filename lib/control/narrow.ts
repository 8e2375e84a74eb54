/** A site has left the allowlist: what was recorded on it and not delivered goes. */
import { readManaged } from '../policy/managed.ts'
import { isWhole, matchesOrigin } from '../policy/allowlist.ts'
import type { Content } from '../store/database.ts'
import { closeDocuments, refuseEarlier } from '../store/append.ts'
import { remove } from '../store/remove.ts'
import { readState, writeState, type StateValues } from '../store/state.ts'
import type { Context } from './context.ts'

type Listed = StateValues['listed']

/**
 * Compares the policy in force with the one before. A policy that is missing or refused narrows nothing, since browsers hand out
 * an empty one for seconds after a start; one that narrows is read a second time before anything is deleted.
 * @returns whether it is another allowlist than before, so that recorders must ask again
 */
export async function purgeUnlisted({ db, raw, resolution }: Context, now: number): Promise<boolean> {
  if (resolution.kind !== 'ready') return false
  const { sites, except } = resolution.policy.recording
  const listed: Listed = { sites: sites.map(({ match }) => match), except }
  const before = await readState(db.transaction('state').store, 'listed')
  if (JSON.stringify(before) === JSON.stringify(listed)) return false
  if (before) {
    if (JSON.stringify(await readManaged()) !== JSON.stringify(raw)) return false
    // A worker that died when the policy came has closed nothing: until a document has asked again, nothing of it is kept.
    await closeDocuments(db, now)
    const isGone = leaving(before, listed)
    // What pages still hold may be of the part that has left as well.
    await refuseEarlier(db, now, ({ site, origin }) => isGone(site) || isGone(origin))
    const matches = ({ site, origins }: Content) => [site, ...origins].some(isGone)
    await remove(db, { matches, reason: 'dropped-narrowed', span: null, sent: 'keep' }, now)
  }
  await writeState(db.transaction('state', 'readwrite').store, 'listed', listed)
  return before !== undefined
}

/**
 * Which origins lose a place where they were recorded. Of the address nothing is kept that would say whether a record was made in that
 * place, so all that was made on the origin goes, unless it is listed as a whole still.
 */
export function leaving(before: Listed, now: Listed): (origin: string) => boolean {
  const lost = before.sites.filter((pattern) => !now.sites.includes(pattern))
  const barred = now.except.filter((pattern) => !before.except.includes(pattern))
  return (origin) => {
    const url = new URL(origin)
    const fits = (pattern: string) => matchesOrigin(pattern, url)
    if (!now.sites.some(fits)) return true
    const isListedWhole = now.sites.some((pattern) => fits(pattern) && isWhole(pattern))
    return barred.some(fits) || (!isListedWhole && lost.some(fits))
  }
}
