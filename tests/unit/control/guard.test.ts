import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { isGuarded, noteGuard } from '../../../lib/control/guard.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { NOON } from '../../fixtures/draft.ts'

const [FIRST, SECOND] = ['5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10', '6f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f11'] as const
const note = (document: string, raised: boolean, tab = 1) => noteGuard({ type: 'guard', document, raised }, tab, NOON)

beforeEach(() => fakeBrowser.reset())

test('what was typed in one document guards the others of its tab, and the tabs it opens', async () => {
  await note(FIRST, true)
  expect(await isGuarded(SECOND, [1], NOON + 1)).toBe(true)
  expect(await isGuarded(SECOND, [7, 1], NOON + 1)).toBe(true)
  expect(await isGuarded(SECOND, [7], NOON + 1)).toBe(false)
  // It knows what was typed in itself.
  expect(await isGuarded(FIRST, [1], NOON + 1)).toBe(false)
})

test('each document lifts its own guard only', async () => {
  await Promise.all([note(FIRST, true), note(SECOND, true)])
  await note(FIRST, false)
  expect(await isGuarded(FIRST, [1], NOON + 1)).toBe(true)
  expect(await isGuarded(SECOND, [1], NOON + 1)).toBe(false)
})

test('it ends with the time a sequence may take', async () => {
  await note(FIRST, true)
  expect(await isGuarded(SECOND, [1], NOON + LIMITS.sequenceMs - 1)).toBe(true)
  expect(await isGuarded(SECOND, [1], NOON + LIMITS.sequenceMs)).toBe(false)
})

test('what is kept of it says that something was typed, and nothing else', async () => {
  await note(FIRST, true)
  expect(await fakeBrowser.storage.session.get(null)).toEqual({ 'guard:1': { [FIRST]: NOON + LIMITS.sequenceMs } })
})
