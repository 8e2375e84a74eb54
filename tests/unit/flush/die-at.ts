import { wrap } from 'idb'

export class Died extends Error {
  override readonly name = 'Died'
}

/** Whatever outlives a worker: between these steps it may die as it likes, and nobody can tell. */
const REQUESTS = ['get', 'getKey', 'getAll', 'getAllKeys', 'put', 'add', 'delete', 'clear', 'count', 'openCursor', 'openKeyCursor']
const STORAGE = ['get', 'set', 'remove']

type Within = { transaction?: IDBTransaction; objectStore?: IDBObjectStore }

/**
 * The worker dies at its k-th step, whatever code takes it: a transaction begun, a request to IndexedDB, a call of `storage`, a
 * request to the collector before it goes out, or when it is answered and nobody hears. The transaction under way is gone, and
 * nothing happens after it, whoever catches what.
 * @param storage an extension's storage area, where the code uses one
 */
export function dieAt(k: number, storage?: object): { died: () => boolean; revive: () => void } {
  let steps = 0
  const undo: (() => void)[] = []
  const step = (tx?: IDBTransaction) => {
    steps += 1
    if (steps < k) return
    if (tx) abandon(tx)
    throw new Died()
  }
  const before = (owner: object, names: readonly string[], look: (self: Within) => IDBTransaction | undefined) => {
    for (const name of names) {
      const original: unknown = Reflect.get(owner, name)
      if (typeof original !== 'function') continue
      const own = Object.getOwnPropertyDescriptor(owner, name)
      undo.push(() => void (own ? Object.defineProperty(owner, name, own) : Reflect.deleteProperty(owner, name)))
      const replaced = function (this: Within, ...args: unknown[]): unknown {
        step(look(this))
        return original.apply(this, args)
      }
      Object.defineProperty(owner, name, { value: replaced, configurable: true, writable: true })
    }
  }
  for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype])
    before(prototype, REQUESTS, ({ transaction, objectStore }) => transaction ?? objectStore?.transaction)
  before(IDBDatabase.prototype, ['transaction'], () => undefined)
  if (storage) before(storage, STORAGE, () => undefined)

  const { fetch } = globalThis
  globalThis.fetch = async (...request) => {
    step()
    const answer = await fetch(...request)
    step()
    return answer
  }
  undo.push(() => void (globalThis.fetch = fetch))

  return { died: () => steps >= k, revive: () => undo.forEach((run) => run()) }
}

function abandon(tx: IDBTransaction): void {
  wrap(tx).done.catch(() => undefined)
  try {
    tx.abort()
  } catch {
    // It was over already.
  }
}
