/** The allowlist file that the policy names: when to look for a newer one, and what becomes of what comes. */
import { backoffMs } from '../flush/schedule.ts'
import type { Problem } from '../messages.ts'
import { readListFile, successionProblem, type ListFile } from '../policy/allowlist-file.ts'
import type { IsPublicSuffix } from '../policy/pattern.ts'
import type { HeldFile, Resolution } from '../policy/resolve.ts'
import type { FilePointer } from '../policy/schema.ts'
import { DURABLE, type Database } from '../store/database.ts'
import { readState, writeState, type StateValues } from '../store/state.ts'
import { fetchList, type Fetched } from './fetch-list.ts'

type Look = StateValues['listLook']

/** An hour, give or take a quarter: a site that is taken away is gone soon, and a fleet does not come all at once. */
const INTERVAL_MS = 60 * 60_000
const JITTER = 0.25
/** A fleet that starts at nine is spread over this long; it asks for a file that a server has ready. */
const START_SPREAD_MS = 60_000

/** The file that the policy names, or null. */
export function pointerOf(resolution: Resolution): FilePointer | null {
  if (resolution.kind === 'ready') return resolution.policy.file
  return (resolution.kind === 'empty' && resolution.file) || null
}

/** The file that was taken last, judged again: what it may say is for this version of the extension to decide. */
export async function heldFile(db: Database, isPublicSuffix: IsPublicSuffix): Promise<HeldFile | null> {
  const list = await readState(db.transaction('state').store, 'list')
  if (!list) return null
  const reading = await readListFile(list.text, list.publicKey, isPublicSuffix)
  return 'file' in reading ? { publicKey: list.publicKey, content: reading.file } : null
}

/** How looking for the file went so far; undefined where the policy names another one since. */
export async function lookOf(db: Database, resolution: Resolution): Promise<Look | undefined> {
  const pointer = pointerOf(resolution)
  const look = await readState(db.transaction('state').store, 'listLook')
  return look && pointer && isSame(look, pointer) ? look : undefined
}

/** When to look next, in ms since 1970; null where no file is named. */
export async function nextLook(db: Database, resolution: Resolution, now: number): Promise<number | null> {
  if (!pointerOf(resolution)) return null
  const nextAt = (await lookOf(db, resolution))?.nextAt ?? now
  // Further ahead than any wait is: the clock was ahead when it was set.
  return nextAt > now + INTERVAL_MS * (1 + JITTER) ? now : nextAt
}

/** At a browser start: what is overdue is looked for at a random moment of the first minute. */
export async function spreadLook(db: Database, resolution: Resolution, now: number): Promise<void> {
  const look = await lookOf(db, resolution)
  if (!look) return
  const nextAt = Math.max(look.nextAt, now + Math.random() * START_SPREAD_MS)
  await writeState(db.transaction('state', 'readwrite').store, 'listLook', { ...look, nextAt })
}

/** Asks the server. Nothing is changed yet: that is done in turn with whatever else changes what may be recorded. */
export async function look(db: Database, resolution: Resolution): Promise<{ pointer: FilePointer; fetched: Fetched } | null> {
  const pointer = pointerOf(resolution)
  if (!pointer) return null
  const isHeld = !(resolution.kind === 'empty' && resolution.missing.includes('file'))
  const known = await lookOf(db, resolution)
  return { pointer, fetched: await fetchList(pointer.url, isHeld ? (known?.etag ?? null) : null) }
}

/**
 * Takes a file that is sound, signed, newer and not expired; whatever else came changes nothing but what is told of it.
 * @returns whether another file is held than before
 */
export async function take(
  { db, resolution }: { db: Database; resolution: Resolution },
  { pointer, fetched }: { pointer: FilePointer; fetched: Fetched },
  isPublicSuffix: IsPublicSuffix,
  now: number,
): Promise<boolean> {
  const named = pointerOf(resolution)
  // The policy names another file since.
  if (!named || !isSame(named, pointer)) return false
  const known = await lookOf(db, resolution)
  const before: Look = known ?? { ...pointer, etag: null, goodAt: null, attempts: 0, nextAt: now, problems: [] }
  const judged = await judge(fetched, pointer, isPublicSuffix)

  // One transaction: a file is in force together with the floor below which none is taken any more.
  const tx = db.transaction('state', 'readwrite', DURABLE)
  const { publicKey } = pointer
  const floors = (await readState(tx.store, 'listFloors')) ?? {}
  const held = await readState(tx.store, 'list')
  const code = judged.kind === 'file' ? successionProblem(judged.file, floors[publicKey], now) : null
  const problems = code === null ? judged.problems : [{ code, path: '', value: '' }]
  const isOther = judged.kind === 'file' && code === null && !(held?.publicKey === publicKey && held.text === judged.text)
  if (isOther) {
    const { version, digest } = judged.file
    await writeState(tx.store, 'list', { publicKey, text: judged.text, heard: false })
    await writeState(tx.store, 'listFloors', { ...floors, [publicKey]: { version, digest } })
  }
  const etag = judged.kind === 'file' ? judged.etag : before.etag
  await writeState(tx.store, 'listLook', problems.length > 0 ? failed(before, problems, now) : succeeded(before, etag, now))
  await tx.done
  return isOther
}

type Judged =
  | { kind: 'none'; problems: readonly Problem[] }
  | { kind: 'file'; file: ListFile; text: string; etag: string | null; problems: [] }

async function judge(fetched: Fetched, { publicKey }: FilePointer, isPublicSuffix: IsPublicSuffix): Promise<Judged> {
  if (fetched.kind === 'same') return { kind: 'none', problems: [] }
  if (fetched.kind === 'none') return { kind: 'none', problems: [{ code: fetched.code, path: '', value: fetched.value }] }
  const { text, etag } = fetched
  const reading = await readListFile(text, publicKey, isPublicSuffix)
  return 'file' in reading ? { kind: 'file', file: reading.file, text, etag, problems: [] } : { kind: 'none', problems: reading.problems }
}

function succeeded(before: Look, etag: string | null, now: number): Look {
  const wait = INTERVAL_MS * (1 - JITTER + 2 * JITTER * Math.random())
  return { ...before, etag, goodAt: now, attempts: 0, nextAt: now + wait, problems: [] }
}

function failed(before: Look, problems: readonly Problem[], now: number): Look {
  const attempts = before.attempts + 1
  return { ...before, attempts, nextAt: now + backoffMs(attempts, Math.random()), problems }
}

/** Was a file taken that recorders have not been told of? The worker died in between. */
export async function listIsUnheard(db: Database): Promise<boolean> {
  return (await readState(db.transaction('state').store, 'list'))?.heard === false
}

export async function noteHeard(db: Database): Promise<void> {
  const tx = db.transaction('state', 'readwrite')
  const list = await readState(tx.store, 'list')
  if (list) await writeState(tx.store, 'list', { ...list, heard: true })
  await tx.done
}

function isSame(one: FilePointer, other: FilePointer): boolean {
  return one.url === other.url && one.publicKey === other.publicKey
}
