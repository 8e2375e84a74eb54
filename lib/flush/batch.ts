/** Which sequences go into a batch, and its bytes. */
import { newDayId } from '../trace/id.ts'
import { Batch, Ledger, Sequence } from '../trace/schema.ts'
import { COUNTS, type Counts } from '../trace/counts.ts'
import { LIMITS, TRACE_VERSION } from '../trace/vocabulary.ts'

const WEEK_MS = 7 * 86_400_000
/** The largest count the schema takes. A page that fires events in a loop gets beyond it, and must not block every batch. */
const MAX_COUNT = 1_000_000

export type Device = { week: number; id: string; ordinal: number }

/** The pseudonym of this week: a new random one each week keeps galleries short (privacy R10). */
export function deviceOf(known: Device | undefined, now: number): Device {
  const week = Math.floor(now / WEEK_MS)
  return known?.week === week ? known : { week, id: crypto.randomUUID(), ordinal: 0 }
}

export type Sealed = {
  batch: Batch | null
  text: string
  /** Sequences in it. */
  ids: string[]
  /** Sequences the schema refuses: a fault of ours, which must not block the others. */
  dropped: string[]
}

/**
 * Takes sequences in order up to the size limit; one larger than that goes alone. Of the counts it takes what a batch may
 * carry.
 */
export function fill(
  { sequences, counts, ledger }: { sequences: Sequence[]; counts: Counts; ledger?: Ledger | undefined },
  device: Device,
  extension: string,
  now: number,
): Sealed {
  const taken: Sequence[] = []
  const dropped: string[] = []
  let bytes = 0
  for (const sequence of sequences) {
    if (!Sequence.safeParse(sequence).success) {
      dropped.push(sequence.id)
      continue
    }
    const size = JSON.stringify(sequence).length
    if (taken.length > 0 && (bytes + size > LIMITS.batchBytes || taken.length >= LIMITS.batchSequences)) break
    taken.push(sequence)
    bytes += size
  }
  const ids = taken.map(({ id }) => id)
  if (taken.length === 0) return { batch: null, text: '', ids, dropped }
  const batch: Batch = {
    version: TRACE_VERSION,
    id: newDayId(now, device.ordinal),
    device: device.id,
    ordinal: device.ordinal,
    extension,
    purpose: 'training',
    sequences: taken,
    counts: atMost(MAX_COUNT, counts),
    ...(ledger && fits(ledger) && { ledger }),
  }
  return { batch, text: JSON.stringify(Batch.parse(batch)), ids, dropped }
}

/** A count beyond what the schema takes is a fault of ours, which must not block every batch of the day. */
function fits(ledger: Ledger): boolean {
  return Ledger.safeParse(ledger).success
}

function atMost(most: number, counts: Counts): Counts {
  const names = COUNTS.filter((name) => counts[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, Math.min(most, counts[name] ?? 0)]))
}
