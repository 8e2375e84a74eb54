import { wrap } from 'idb'

const REQUESTS = ['get', 'getKey', 'getAll', 'getAllKeys', 'put', 'delete', 'count'] as const

/**
 * Until `restore` is called, the k-th request to IndexedDB aborts the transaction it is made in, as a full disk or a dying
 * browser does: nothing of the transaction is kept.
 * @param when as it is made; or once it was answered and is not committed, of which only requests count that may write
 * @returns `struck` whether there was a k-th request
 */
export function abortAt(k: number, when: 'asked' | 'answered' = 'asked'): { struck: () => boolean; restore: () => void } {
  let requests = 0
  const undo: (() => void)[] = []
  for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype] as object[]) {
    for (const name of REQUESTS) {
      const original: unknown = Reflect.get(prototype, name)
      if (typeof original !== 'function') continue
      undo.push(() => Reflect.set(prototype, name, original))
      Reflect.set(prototype, name, function (this: { transaction?: IDBTransaction; objectStore?: IDBObjectStore }, ...args: unknown[]) {
        const request: unknown = original.apply(this, args)
        const transaction = this.transaction ?? this.objectStore?.transaction
        if (when === 'answered' && transaction?.mode !== 'readwrite') return request
        requests += 1
        if (requests !== k || !transaction) return request
        // The operation fails by its own request; that its transaction failed as well is no second fault.
        wrap(transaction).done.catch(() => undefined)
        if (when === 'asked') transaction.abort()
        else if (request instanceof IDBRequest) request.addEventListener('success', () => transaction.abort())
        return request
      })
    }
  }
  return { struck: () => requests >= k, restore: () => undo.forEach((run) => run()) }
}
