/** Keys by which a collector knows this browser: each is kept for as long as anything is to be sent under its pseudonym. */
import type { Database } from './database.ts'
import { DURABLE } from './database.ts'
import { readState, writeState, type Credential } from './state.ts'

/** Those for the collector at `url`, oldest first. */
export async function credentialsIn(db: Database, url: string): Promise<Credential[]> {
  return ((await readState(db.transaction('state').store, 'credentials')) ?? []).filter((known) => known.url === url)
}

/** Keeps a credential; where there is one already for its collector and pseudonym, that one stays. */
export async function addCredential(db: Database, credential: Credential): Promise<Credential> {
  const { store, done } = db.transaction('state', 'readwrite', DURABLE)
  const known = (await readState(store, 'credentials')) ?? []
  const there = known.find(({ url, device }) => url === credential.url && device === credential.device)
  if (!there) await writeState(store, 'credentials', [...known, credential])
  await done
  return there ?? credential
}

export async function changeCredential(
  db: Database,
  id: string,
  change: Partial<Pick<Credential, 'since' | 'token' | 'revoked'>>,
): Promise<void> {
  const { store, done } = db.transaction('state', 'readwrite', DURABLE)
  const known = (await readState(store, 'credentials')) ?? []
  await writeState(
    store,
    'credentials',
    known.map((one) => (one.id === id ? { ...one, ...change } : one)),
  )
  await done
}

/**
 * Lets go of keys for another collector than the one at `url`, and of those under whose pseudonym nothing is to be sent any more. One that is
 * revoked stays: with another in its place the revocation would be over.
 */
export async function pruneCredentials(db: Database, url: string): Promise<void> {
  // Where all browsers have one token, there never are any, and nothing need be looked through.
  if (!(await readState(db.transaction('state').store, 'credentials'))?.length) return
  const tx = db.transaction(['state', 'batches', 'erasures', 'givenUp'], 'readwrite', DURABLE)
  const state = tx.objectStore('state')
  const known = (await readState(state, 'credentials')) ?? []
  const batches = await tx.objectStore('batches').getAll()
  const erasures = await tx.objectStore('erasures').getAll()
  const givenUp = await tx.objectStore('givenUp').getAll()
  const needed = new Set([...batches, ...erasures, ...givenUp].map(({ device }) => device))
  needed.add((await readState(state, 'device'))?.id)
  const kept = known.filter((one) => one.url === url && (one.revoked || needed.has(one.device)))
  if (kept.length < known.length) await writeState(state, 'credentials', kept)
  await tx.done
}
