/** Where the actions of the day are: booked in the transaction that moves them, so that it balances whatever dies when. */
import type { Ledger } from '../trace/schema.ts'
import { isDrop, type Counts } from '../trace/counts.ts'
import { utcDayOf } from '../trace/utc-day.ts'
import type { BatchRow } from './database.ts'
import { addCounts, readState, writeState, type StateValues } from './state.ts'

type Row = StateValues['ledger']
type State = Parameters<typeof readState>[0] & Parameters<typeof writeState>[0]

/** What neither was acknowledged nor dropped must be waiting. */
function expectedWaiting({ recorded, acknowledged, dropped }: Omit<Row, 'day'>): number {
  return recorded - acknowledged - sumOf(dropped)
}

/** The row of the day; at the first use of a day what waits from before is its beginning. */
function openDay(known: Row | undefined, now: number): Row {
  const day = utcDayOf(now)
  if (known?.day === day) return known
  return { day, recorded: known ? expectedWaiting(known) : 0, acknowledged: 0, dropped: {} }
}

/**
 * Books actions that were recorded, acknowledged by the collector, or dropped after they had been recorded. Of `counted` the drops
 * are booked as recorded and dropped at once: pages and worker count them instead of storing anything.
 */
export async function book(
  state: State,
  now: number,
  {
    recorded = 0,
    acknowledged = 0,
    dropped = {},
    counted = {},
  }: { recorded?: number; acknowledged?: number; dropped?: Counts; counted?: Counts },
): Promise<void> {
  const refused = dropsOf(counted)
  const row = openDay(await readState(state, 'ledger'), now)
  await writeState(state, 'ledger', {
    day: row.day,
    recorded: row.recorded + recorded + sumOf(refused),
    acknowledged: row.acknowledged + acknowledged,
    dropped: addCounts(addCounts(row.dropped, dropsOf(dropped)), refused),
  })
}

/** The ledger as a batch carries it. What waits is counted, not computed: that is what makes a balance of it. */
export async function ledgerIn(
  state: Parameters<typeof readState>[0],
  actions: { count: () => Promise<number> },
  batches: { getAll: () => Promise<BatchRow[]> },
  now: number,
): Promise<Ledger> {
  const { day, recorded, acknowledged, dropped } = openDay(await readState(state, 'ledger'), now)
  const sealed = (await batches.getAll()).reduce((sum, batch) => sum + batch.actions, 0)
  const waiting = (await actions.count()) + sealed
  return { day, recorded, acknowledged, waiting, dropped: dropsOf(dropped) }
}

function dropsOf(counts: Counts): Ledger['dropped'] {
  const drops: Ledger['dropped'] = {}
  for (const [name, count] of Object.entries(counts)) if (isDrop(name) && count > 0) drops[name] = count
  return drops
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
