/** A database under another name: its stores, indexes and records, whatever they are. */
import { openDB, type IDBPDatabase } from 'idb'

/** Records read and written at a time: a full queue need not fit into memory. */
const CHUNK = 200
const DURABLE = { durability: 'strict' } as const

/** Nobody may write to `from` meanwhile. Broken off, it leaves part of `to` behind. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = await openDB(from)
  try {
    const shapes = [...source.objectStoreNames].map((name) => shapeOf(source, name))
    const target = await openWith(shapes, to, source.version)
    try {
      for (const { name, options } of shapes) await copyStore(source, target, name, options.keyPath !== null)
    } finally {
      target.close()
    }
  } finally {
    source.close()
  }
}

type Shape = ReturnType<typeof shapeOf>

function openWith(shapes: Shape[], name: string, version: number): Promise<IDBPDatabase> {
  return openDB(name, version, {
    upgrade: (empty) => {
      for (const shape of shapes) {
        const store = empty.createObjectStore(shape.name, shape.options)
        for (const index of shape.indexes) store.createIndex(index.name, index.keyPath, index.options)
      }
    },
  })
}

function shapeOf(db: IDBPDatabase, name: string) {
  const { store } = db.transaction(name)
  const indexes = [...store.indexNames].map((each) => {
    const { keyPath, unique, multiEntry } = store.index(each)
    return { name: each, keyPath, options: { unique, multiEntry } }
  })
  return { name, options: { keyPath: store.keyPath, autoIncrement: store.autoIncrement }, indexes }
}

async function copyStore(source: IDBPDatabase, target: IDBPDatabase, name: string, keyed: boolean): Promise<void> {
  let range: IDBKeyRange | null = null
  for (;;) {
    const { store } = source.transaction(name)
    const [keys, values]: [IDBValidKey[], unknown[]] = await Promise.all([store.getAllKeys(range, CHUNK), store.getAll(range, CHUNK)])
    const last = keys.at(-1)
    if (last === undefined) return
    const tx = target.transaction(name, 'readwrite', DURABLE)
    // With a key path, the record holds its key, and giving it is an error.
    const puts = keys.map((key, place) => tx.store.put(values[place], keyed ? undefined : key))
    await Promise.all([...puts, tx.done])
    range = IDBKeyRange.lowerBound(last, true)
  }
}
