/** What was lost on the way, as far as batches and ledgers tell, device by device. Opens no body. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const Numbered = z.object({ device: z.string(), ordinal: z.int() })
const Written = z.object({
  device: z.string(),
  batch: z.string(),
  day: z.string(),
  recorded: z.int(),
  acknowledged: z.int(),
  waiting: z.int(),
  dropped: z.string().transform((text) => z.record(z.string(), z.int()).parse(JSON.parse(text))),
})

const Told = z.object({ device: z.string(), ordinal: z.int(), reason: z.string() })

/** A ledger that does not add up: `accounted` are the actions that it knows the whereabouts of. */
type Imbalance = { batch: string; day: string; recorded: number; accounted: number }

export type DeviceAccount = {
  device: string
  /** Ranges of ordinals between 0 and the highest that no batch came with and nobody gave up, first and last included. */
  missing: Range[]
  /** Ordinals below the highest that no batch came with because the device gave them up, by reason. */
  givenUp: Record<string, Range[]>
  /** The last ledger that does not balance. */
  imbalance: Imbalance | null
  /** Actions that the device dropped, by reason, of all its days. */
  dropped: Record<string, number>
}

type Range = [first: number, last: number]

/** Adds to ranges that grow from below. */
function extend(ranges: Range[], ordinal: number): void {
  const last = ranges.at(-1)
  if (last && last[1] === ordinal - 1) last[1] = ordinal
  else ranges.push([ordinal, ordinal])
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0)

/** Every device in the order of its id. A batch that is still on its way looks like a gap until it is here. */
export function accounts(db: DatabaseSync): DeviceAccount[] {
  const devices = new Map<string, DeviceAccount>()
  const told = new Map<string, Map<number, string>>()
  for (const row of db.prepare('SELECT device, ordinal, reason FROM given_up ORDER BY device, ordinal').iterate()) {
    const { device, ordinal, reason } = Told.parse(row)
    told.set(device, (told.get(device) ?? new Map<number, string>()).set(ordinal, reason))
  }
  let next = 0
  for (const row of db.prepare('SELECT device, ordinal FROM batch ORDER BY device, ordinal').iterate()) {
    const { device, ordinal } = Numbered.parse(row)
    const account = devices.get(device) ?? { device, missing: [], givenUp: {}, imbalance: null, dropped: {} }
    if (!devices.has(device)) next = 0
    for (const [number, reason] of told.get(device) ?? []) {
      if (number < next || number >= ordinal) continue
      if (number > next) account.missing.push([next, number - 1])
      extend((account.givenUp[reason] ??= []), number)
      next = number + 1
    }
    if (ordinal > next) account.missing.push([next, ordinal - 1])
    next = ordinal + 1
    devices.set(device, account)
  }

  // The later ledger of a day has everything the earlier ones had.
  const lastOfDay = new Map<string, z.infer<typeof Written>>()
  const ledgers = `SELECT device, batch, day, recorded, acknowledged, waiting, dropped
    FROM ledger JOIN batch ON batch.id = ledger.batch ORDER BY device, ordinal`
  for (const row of db.prepare(ledgers).iterate()) {
    const ledger = Written.parse(row)
    const { device, batch, day, recorded, acknowledged, waiting, dropped } = ledger
    const accounted = acknowledged + waiting + sum(dropped)
    const account = devices.get(device)
    if (account && recorded !== accounted) account.imbalance = { batch, day, recorded, accounted }
    lastOfDay.set(`${device} ${day}`, ledger)
  }
  for (const { device, dropped } of lastOfDay.values()) {
    const account = devices.get(device)
    if (account) for (const [reason, count] of Object.entries(dropped)) account.dropped[reason] = (account.dropped[reason] ?? 0) + count
  }
  return [...devices.values()]
}

const range = ([first, last]: Range) => (first === last ? String(first) : `${first}-${last}`)

/** What a person reads of it; `isWhole` if nothing is missing and every ledger balances. */
export function reportGaps(all: DeviceAccount[]): { lines: string[]; isWhole: boolean } {
  const lines: string[] = []
  let bad = 0
  for (const { device, missing, givenUp, imbalance, dropped } of all) {
    if (missing.length > 0) lines.push(`${device}: no batch with the number ${missing.map(range).join(', ')}`)
    const unsent = Object.entries(givenUp).map(([reason, ranges]) => `${reason} ${ranges.map(range).join(', ')}`)
    if (unsent.length > 0) lines.push(`${device}: given up by itself, by number: ${unsent.join('; ')}`)
    if (imbalance)
      lines.push(
        `${device}: of ${imbalance.recorded} actions recorded on ${imbalance.day}, ${imbalance.accounted} are accounted for (batch ${imbalance.batch})`,
      )
    const reasons = Object.entries(dropped).filter(([, count]) => count > 0)
    if (reasons.length > 0) lines.push(`${device}: dropped by itself: ${reasons.map(([reason, count]) => `${reason} ${count}`).join(', ')}`)
    if (missing.length > 0 || imbalance) bad += 1
  }
  return { lines: [...lines, `${all.length} ${all.length === 1 ? 'device' : 'devices'}, ${bad} with gaps.`], isWhole: bad === 0 }
}
