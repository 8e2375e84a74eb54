import { z } from 'zod'

type InExtension = (expression: string) => Promise<unknown>
type Row = { key: unknown; value: unknown }

/**
 * Reads every store in one transaction. Opening a database that is not there would make an empty one, and the extension's own
 * first opening would then find no stores in it; so it is looked for first. Bytes travel as base64, under a key nobody else uses.
 */
const READ = `async (base, only) => {
  const known = (await indexedDB.databases()).map(({ name }) => name)
  // After a deletion the records that stay are in another one, with the next number.
  const number = (name) => name === base ? 0 : name.startsWith(base + ':') ? Number(name.slice(base.length + 1)) : NaN
  const name = known.filter((each) => number(each) >= 0).sort((a, b) => number(a) - number(b)).at(-1)
  if (name === undefined) return {}
  const settle = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const plain = (value) => {
    if (value instanceof ArrayBuffer) return { $bytes: new Uint8Array(value).toBase64() }
    if (ArrayBuffer.isView(value)) return { $bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength).toBase64() }
    if (Array.isArray(value)) return value.map(plain)
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
    return value
  }
  const database = await settle(indexedDB.open(name))
  try {
    const names = [...database.objectStoreNames].filter((each) => only === null || each === only)
    const transaction = names.length > 0 ? database.transaction(names) : null
    const stores = await Promise.all(names.map(async (each) => {
      const store = transaction.objectStore(each)
      const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())])
      return [each, keys.map((key, place) => ({ key: plain(key), value: plain(values[place]) }))]
    }))
    return Object.fromEntries(stores)
  } finally {
    database.close()
  }
}`

const Stores = z.record(z.string(), z.array(z.object({ key: z.unknown(), value: z.unknown() })))
const Bytes = z.strictObject({ $bytes: z.base64() })

function withBytes(value: unknown): unknown {
  const bytes = Bytes.safeParse(value)
  if (bytes.success) return Buffer.from(bytes.data.$bytes, 'base64')
  if (Array.isArray(value)) return value.map(withBytes)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withBytes(each)]))
}

/**
 * Every row of the extension's IndexedDB by store, without the extension noticing: no tab opens, its worker is not woken. Bytes
 * come as Buffers. Empty when there is no such database.
 * @param only the one store that is wanted: of a week's backlog all others take half a minute
 */
export async function readDatabase(
  { inExtension }: { inExtension: InExtension },
  name = 'waymark',
  only: string | null = null,
): Promise<Record<string, Row[]>> {
  const stores = Stores.parse(await inExtension(`(${READ})(${JSON.stringify(name)}, ${JSON.stringify(only)})`))
  return Object.fromEntries(
    Object.entries(stores).map(([store, rows]) => [
      store,
      rows.map(({ key, value }) => ({ key: withBytes(key), value: withBytes(value) })),
    ]),
  )
}

/** Everything in the extension's `storage.local`, where the tails of closing pages wait. */
export async function readLocalStorage({ inExtension }: { inExtension: InExtension }): Promise<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(await inExtension('chrome.storage.local.get()'))
}
