import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

// The API object is picked when `wxt/browser` is first imported.
vi.stubGlobal('browser', fakeBrowser)
vi.stubGlobal('chrome', fakeBrowser)
const { onManagedChanged, readManaged } = await import('../../../lib/policy/managed.ts')

beforeEach(() => fakeBrowser.reset())
afterEach(() => void vi.restoreAllMocks())

test('the managed value is read as it is', async () => {
  await fakeBrowser.storage.managed.set({ person: { allowDelete: false } })
  expect(await readManaged()).toEqual({ person: { allowDelete: false } })
})

test('a browser that rejects because nothing is set, as Firefox does, has no value', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'))
  expect(await readManaged()).toBeUndefined()
})

test('the listener hears of managed changes, and of no others', async () => {
  const listener = vi.fn<() => void>()
  onManagedChanged(listener)
  await fakeBrowser.storage.local.set({ person: 1 })
  expect(listener).not.toHaveBeenCalled()
  await fakeBrowser.storage.managed.set({ person: {} })
  expect(listener).toHaveBeenCalledTimes(1)
})
