/** What a test asks of the worker of `deleting-extension.ts`, on a database of the shapes ours has. */
import { openDB, unwrap, type DBSchema, type IDBPDatabase } from 'idb'
import { retire, scrubbed } from '../../lib/store/scrub.ts'

export { clearLocal } from '../../lib/store/clear-local.ts'
export { markScrub } from '../../lib/store/scrub.ts'

interface Schema extends DBSchema {
  actions: { key: [string, number]; value: { document: string; n: number; sequence: string; text: string }; indexes: { sequence: string } }
  bodies: { key: string; value: ArrayBuffer }
}
const DURABLE = { durability: 'strict' } as const

let opened: Promise<IDBPDatabase<Schema>> | null = null
const database = () => (opened ??= scrubbed('records').then(openRecords))

function openRecords(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade: (empty) => {
      empty.createObjectStore('actions', { keyPath: ['document', 'n'] }).createIndex('sequence', 'sequence')
      empty.createObjectStore('bodies')
    },
  })
}

export async function write(document: string, texts: string[], body = ''): Promise<void> {
  const tx = (await database()).transaction(['actions', 'bodies'], 'readwrite', DURABLE)
  const actions = texts.map((text, n) => tx.objectStore('actions').put({ document, n, sequence: document, text }))
  await Promise.all([
    ...actions,
    tx.objectStore('bodies').put(Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0)).buffer, document),
    tx.done,
  ])
}

export async function forget(document: string): Promise<void> {
  const tx = (await database()).transaction(['actions', 'bodies'], 'readwrite', DURABLE)
  const actions = tx.objectStore('actions').delete(IDBKeyRange.bound([document], [document, []]))
  await Promise.all([actions, tx.objectStore('bodies').delete(document), tx.done])
}

/** @returns the milliseconds it took */
export async function scrub(): Promise<number> {
  const began = performance.now()
  await retire(unwrap(await database()))
  opened = null
  await database()
  return performance.now() - began
}

export async function texts(document: string): Promise<string[]> {
  const rows = await (await database()).getAllFromIndex('actions', 'sequence', document)
  return rows.map(({ text }) => text)
}
