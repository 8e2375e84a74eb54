/** Single values of the worker: each is safe when absent. */
import type { Problem } from '../messages.ts'
import type { Floor } from '../policy/allowlist-file.ts'
import type { FilePointer } from '../policy/schema.ts'
import type { Terms } from '../policy/terms.ts'
import type { Counts } from '../trace/counts.ts'
import type { ActionKind } from '../trace/vocabulary.ts'

export type StateValues = {
  /** The last pause, from and to, ms since 1970, and those before it: kept to refuse what was recorded in one and arrives late. */
  pause: { since: number; until: number; earlier?: { since: number; until: number }[] }
  /** The person's answer, and what it was given to; an answer of an earlier version, which does not say, covers nothing. */
  consent: { given: boolean; at: number; terms?: Terms }
  /** What the notice last showed. */
  shown: Shown
  /** Weekly pseudonym, and how many batches were sealed under it. */
  device: { week: number; id: string; ordinal: number }
  /** Keys by which a collector knows this browser, one for each pseudonym under which something is to be sent. */
  credentials: Credential[]
  /** Where the actions of the day are, but for what waits, which is counted. */
  ledger: { day: string; recorded: number; acknowledged: number; dropped: Counts }
  /** Spans of which nothing may be stored any more, because the person has deleted them: what was still on its way is refused. */
  deleted: DeletedSpan[]
  /** What the policy in force listed when it was last read: what leaves it is purged. */
  listed: { sites: string[]; except: string[] }
  /** The allowlist file that was taken last, as it was signed, and the key it was taken under; `heard` once recorders have been told. */
  list: { publicKey: string; text: string; heard: boolean }
  /** The newest allowlist file ever taken under each key: none older is, also where the policy names another key meanwhile. */
  listFloors: Record<string, Floor>
  /**
   * How looking for the file went that the policy names. `etag` is of the file that was taken, `goodAt` when the server last had a good
   * one; `attempts` failed in a row, next look not before `nextAt`; ms since 1970.
   */
  listLook: FilePointer & { etag: string | null; goodAt: number | null; attempts: number; nextAt: number; problems: readonly Problem[] }
  /** What the collector has ordered, since when, and whether it was confirmed: nothing is recorded until the policy changes. */
  order: { kind: 'stop' | 'purge'; at: number; confirmed: boolean }
  /** Counted since the last sealed batch. */
  counts: Counts
  /** What the person sees of one local day. */
  today: { day: string; kinds: Partial<Record<ActionKind, number>>; sites: Record<string, number>; counts: Counts }
  /** How many actions were recorded on each local day: of the last 30 that had any, the oldest first. */
  activity: { day: string; actions: number }[]
  sent: { actions: number; batches: number; lastAt: number | null }
  /** How the last delivery went; `attempts` failed in a row, next try not before `retryAt`. */
  delivery: { code: string | null; attempts: number; retryAt: number }
  /** When to deliver next, ms since 1970. */
  flushAt: number
}
/**
 * A key pair of which the private half can be used and not read, and what came of it: `id` follows from the key, `since` is the UTC day on
 * which the collector at `url` took it, or null until it has; `token` holds until then, ms since 1970; `revoked`, as the collector last said.
 */
export type Credential = {
  device: string
  url: string
  id: string
  keys: CryptoKeyPair
  since: string | null
  token: { text: string; until: number } | null
  revoked: boolean
}
/** `version`: of the extension; `at`: when the notice was opened with it, and `seenAt`: looked at; `before`: what had been seen until then. */
export type Shown = { terms: Terms; version: string; at: number; seenAt: number | null; before: Terms | null }
/** Of a site, of a tab, or of all where neither is named; ms since 1970. */
export type DeletedSpan = { site: string | null; tab: string | null; from: number; until: number }

/** A row holds its own value under its own key, so that reading it needs no belief about its type. */
export type StateRow = Partial<StateValues>

/** What a state store looks like, in a transaction of any shape. */
type Reader = { get(key: string): Promise<StateRow | undefined> }
type Writer = Reader & { put(row: StateRow, key: string): Promise<unknown> }

export async function readState<K extends keyof StateValues>(store: Reader, key: K): Promise<StateValues[K] | undefined> {
  const row = await store.get(key)
  return row?.[key]
}

export async function writeState<K extends keyof StateValues>(store: Writer, key: K, value: StateValues[K]): Promise<void> {
  const row: StateRow = {}
  row[key] = value
  await store.put(row, key)
}

export function addCounts(total: Counts, more: Counts): Counts {
  const sum: Counts = { ...total }
  for (const [name, count] of entriesOf(more)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** The larger of both for each reason: of totals that only grow, and may arrive out of turn. */
export function highestCounts(known: Counts, total: Counts): Counts {
  const highest: Counts = { ...known }
  for (const [name, count] of entriesOf(total)) highest[name] = Math.max(highest[name] ?? 0, count)
  return highest
}

/** `total` less what is already in `known`; never below zero. */
export function subtractCounts(total: Counts, known: Counts): Counts {
  const rest: Counts = {}
  for (const [name, count] of entriesOf(total)) {
    const left = count - (known[name] ?? 0)
    if (left > 0) rest[name] = left
  }
  return rest
}

function entriesOf(counts: Counts): [keyof Counts, number][] {
  const names = Object.keys(counts)
  return names.filter((name): name is keyof Counts => name in counts).map((name) => [name, counts[name] ?? 0])
}
