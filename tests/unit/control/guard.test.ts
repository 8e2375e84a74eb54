import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { isGuarded, noteGuard } from '../../../lib/control/guard.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { NOON } from '../../fixtures/draft.ts'

const [FIRST, SECOND, THIRD] = [1, 2, 3].map((n) => `5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f1${n}`) as [string, string, string]
const note = (document: string, raised: boolean, tab = 1) => noteGuard({ type: 'guard', document, raised }, tab, NOON)
const guarded = (document: string, { isTop = true, redirected = false, tab = 1, opener = null as number | null, at = NOON + 1 } = {}) =>
  isGuarded(document, { isTop, redirected }, { tab, opener }, at)

beforeEach(() => fakeBrowser.reset())

test('what was typed in one document guards the others of its tab, and the tabs it opens', async () => {
  await note(FIRST, true)
  expect(await guarded(SECOND)).toBe(true)
  expect(await guarded(SECOND, { tab: 7, opener: 1 })).toBe(true)
  expect(await guarded(SECOND, { tab: 7 })).toBe(false)
  // It knows what was typed in itself.
  expect(await guarded(FIRST)).toBe(false)
})

test('each document is asked about what was typed in the others', async () => {
  await Promise.all([note(FIRST, true), note(SECOND, true)])
  expect([await guarded(FIRST), await guarded(SECOND)]).toEqual([true, true])
})

test('where the next address shows what was typed, the next page is exempt, and no later one, nor a frame', async () => {
  await note(FIRST, true)
  await note(FIRST, false)
  expect(await guarded(SECOND, { isTop: false })).toBe(true)
  expect(await guarded(SECOND)).toBe(false)
  // It asks again, as when its address changes.
  expect(await guarded(SECOND)).toBe(false)
  expect(await guarded(THIRD)).toBe(true)
})

test('a page that was redirected to is not exempt, nor is the one after it', async () => {
  await note(FIRST, true)
  await note(FIRST, false)
  expect(await guarded(SECOND, { redirected: true })).toBe(true)
  expect(await guarded(THIRD)).toBe(true)
})

test('it ends with the time a sequence may take', async () => {
  await note(FIRST, true)
  expect(await guarded(SECOND, { at: NOON + LIMITS.sequenceMs - 1 })).toBe(true)
  expect(await guarded(SECOND, { at: NOON + LIMITS.sequenceMs })).toBe(false)
})

test('what is kept of it says that something was typed, and nothing else', async () => {
  await note(FIRST, true)
  expect(await fakeBrowser.storage.session.get(null)).toEqual({
    'guard:1': { [FIRST]: { until: NOON + LIMITS.sequenceMs, pass: false, exempt: null } },
  })
})

test('what is not ours there guards nothing and breaks nothing', async () => {
  await fakeBrowser.storage.session.set({ 'guard:1': { [FIRST]: 5 } })
  expect(await guarded(SECOND)).toBe(false)
})
