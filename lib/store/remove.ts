/** Deletes whole sequences wherever they are: open, closed, sealed, and, by asking the collector, sent. */
import { addCounts, readState, writeState, type DeletedSpan, type StateValues } from './state.ts'
import type { Counts, Drop } from '../trace/counts.ts'
import { dropCopy, forgetSent } from './copies.ts'
import { writing, type BatchRow, type Content, type Database } from './database.ts'
import { Asked } from './erasures.ts'
import { giveUp } from './given-up.ts'
import { book } from './ledger.ts'
import { contentOf, noteSent, putBatch, removeBatch, removeSequence } from './queue.ts'
import { isMarked, markScrub } from './scrub.ts'
import { partsOf, type Part } from './split.ts'

export type Removal = {
  /** Which sequences go. */
  matches: (content: Content) => boolean
  reason: Drop
  /** What is still on its way is refused when it comes; null where whoever sends it is refused anyway. */
  span: DeletedSpan | null
  /** What the collector has, or may have: to be erased there as well, forgotten here only, or left alone there. Copies of it go in any case. */
  sent: 'erase' | 'forget' | 'keep'
}

/** Spans kept to refuse late arrivals. A person who deletes more often loses a little more: the oldest are taken together. */
const MAX_SPANS = 50

/**
 * All in one transaction. Batches of which only a part goes are taken apart before it, since their bytes cannot be read inside;
 * where the queue has changed meanwhile, that is done again.
 * @returns how many sequences and actions went here, and how many sequences the collector will be asked to erase
 */
export async function remove(db: Database, removal: Removal, now: number): Promise<{ sequences: number; actions: number; asked: number }> {
  // On a full disk the mark may not be made before something has gone.
  if (await holdsAny(db, removal)) await markScrub(db.name).catch(() => undefined)
  for (;;) {
    const rests = new Map<string, Part[]>()
    for (const row of await db.getAll('batches')) {
      const left = row.contents.filter((content) => !removal.matches(content)).map(({ sequence }) => sequence)
      if (left.length === row.contents.length || left.length === 0) continue
      // What cannot be read is not worth more than what the person wants gone.
      rests.set(row.id, (await partsOf(db, row, [left], now, false)) ?? [])
    }
    const removed = await removeWith(db, removal, rests, now)
    if (!removed) continue
    const { copies, ...counted } = removed
    // What came to be there after the look went as well.
    if (counted.sequences + copies > 0 && !(await isMarked(db.name))) await markScrub(db.name)
    return counted
  }
}

/** A batch of which nobody knows what is in it cannot be shown to hold nothing of what is to go. */
function takes({ contents }: BatchRow, matches: Removal['matches']): boolean {
  return contents.length === 0 || contents.some(matches)
}

async function holdsAny(db: Database, { matches, sent }: Removal): Promise<boolean> {
  if ((await db.getAll('sequences')).map(contentOf).some(matches)) return true
  if ((await db.getAll('batches')).some((row) => takes(row, matches))) return true
  return (await db.getAll('sent')).some((row) => matches(row) && (sent !== 'keep' || row.copy !== null))
}

async function removeWith(db: Database, removal: Removal, rests: Map<string, Part[]>, now: number) {
  const { matches, reason, sent } = removal
  const tx = writing(db)
  const batches = await tx.objectStore('batches').getAll()
  const partly = ({ id, contents }: BatchRow) => contents.some(matches) && !contents.every(matches) && !rests.has(id)
  if (batches.some(partly)) return tx.done.then(() => null)
  const asked = new Asked()
  let sequences = 0
  let actions = 0
  let counts: Counts = {}
  for (const row of await tx.objectStore('sequences').getAll()) {
    if (!matches(contentOf(row))) continue
    sequences += 1
    actions += await removeSequence(tx, row.id)
  }
  for (const row of batches) {
    if (!takes(row, matches)) continue
    const gone = row.contents.filter(matches)
    const rest = rests.get(row.id) ?? []
    await removeBatch(tx, row.id)
    const { attempted, collectors } = row
    for (const part of rest) await putBatch(tx, { ...part.row, attempted, collectors }, part.body)
    if (rest.length === 0) await giveUp(tx, row, reason, now)
    if (rest.length === 0 && !attempted) counts = addCounts(counts, row.counts)
    if (attempted && sent === 'erase') for (const content of gone) asked.add(row, content)
    if (attempted && sent === 'keep') await noteSent(tx, row, gone, now)
    sequences += gone.length
    actions += row.actions - rest.reduce((sum, part) => sum + part.row.actions, 0)
  }
  // Who has erased all that a browser sent does not look for its numbers any more.
  if (sent === 'forget') await tx.objectStore('givenUp').clear()
  let copies = 0
  for (const row of await tx.objectStore('sent').getAll()) {
    if (!matches(row)) continue
    if (row.copy !== null) copies += 1
    if (sent === 'erase') asked.add(row, row)
    if (sent !== 'keep') await forgetSent(tx, row)
    else if (row.copy !== null) await dropCopy(tx, row)
  }
  for (const row of asked.rows(now)) await tx.objectStore('erasures').put(row)
  const state = tx.objectStore('state')
  if (removal.span) await writeState(state, 'deleted', withSpan((await readState(state, 'deleted')) ?? [], removal.span))
  const today = await readState(state, 'today')
  if (today && removal.span?.from === 0) await writeState(state, 'today', withoutSites(today, removal.span))
  // Whoever deletes everything wants no trace of their days either; today's numbers say what became of today's actions.
  if (removal.span?.from === 0 && removal.span.site === null) await state.delete('activity')
  await writeState(state, 'counts', addCounts((await readState(state, 'counts')) ?? {}, addCounts(counts, { [reason]: actions })))
  await book(state, now, { dropped: { [reason]: actions } })
  await tx.done
  return { sequences, actions, asked: asked.sequences.size, copies }
}

/** Where somebody worked is gone from what they see of today as well; how much stays. */
function withoutSites(today: StateValues['today'], { site }: DeletedSpan): StateValues['today'] {
  return { ...today, sites: site === null ? {} : Object.fromEntries(Object.entries(today.sites).filter(([name]) => name !== site)) }
}

function withSpan(known: readonly DeletedSpan[], span: DeletedSpan): DeletedSpan[] {
  const [first, second, ...others] = [...known, span]
  if (!first || !second || others.length < MAX_SPANS - 1) return [...known, span]
  const both = {
    site: first.site === second.site ? first.site : null,
    tab: first.tab === second.tab ? first.tab : null,
    from: Math.min(first.from, second.from),
    until: Math.max(first.until, second.until),
  }
  return [both, ...others]
}
