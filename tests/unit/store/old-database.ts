/** Databases as earlier versions of the extension left them, row by row. */
import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { z } from 'zod'

const Dump = z.record(z.string(), z.array(z.object({ key: z.any(), row: z.any() })))

export type OldVersion = 1 | 2 | 3

/** How that version made its stores. */
function makeStores(db: IDBDatabase, version: OldVersion): void {
  db.createObjectStore('documents', { keyPath: 'document' }).createIndex('tab', 'tab')
  db.createObjectStore('sequences', { keyPath: 'id' }).createIndex('open', ['open', 'tab'])
  db.createObjectStore('actions', { keyPath: ['document', 'n'] }).createIndex('sequence', 'sequence')
  const batches = db.createObjectStore('batches', { keyPath: 'id' })
  db.createObjectStore('state')
  if (version === 1) return void batches.createIndex('parked', 'parked')
  db.createObjectStore('bodies')
  db.createObjectStore('sent', { keyPath: 'sequence' })
  db.createObjectStore('erasures', { keyPath: 'id' })
  if (version === 3) db.createObjectStore('givenUp', { keyPath: ['device', 'ordinal'] })
}

/** The rows were written by that version of the extension; ArrayBuffers are in base64. */
export async function oldDatabase(name = 'waymark', version: OldVersion = 1): Promise<void> {
  globalThis.indexedDB = new IDBFactory()
  const text = readFileSync(new URL(`../../fixtures/databases/version-${version}.json`, import.meta.url), 'utf8')
  const dump = Dump.parse(
    JSON.parse(text, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string'
        ? new Uint8Array(Buffer.from(value.base64, 'base64')).buffer
        : value,
    ),
  )
  const db = await opened(name, version)
  const tx = db.transaction(Object.keys(dump), 'readwrite')
  for (const [store, rows] of Object.entries(dump))
    for (const { key, row } of rows) {
      const target = tx.objectStore(store)
      target.put(row, target.keyPath === null ? key : undefined)
    }
  await new Promise((done) => tx.addEventListener('complete', done))
  db.close()
}

function opened(name: string, version: OldVersion): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('upgradeneeded', () => makeStores(request.result, version))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
}
