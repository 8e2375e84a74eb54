/** The worker dies at each step of taking in what pages left behind. */
import { expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { drainTails } from '../../../lib/store/tails.ts'
import { TAIL_PREFIX } from '../../../lib/trace/vocabulary.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { dieAt } from '../flush/die-at.ts'
import { accountOf } from './account.ts'
import { ADMITTED, aPage, emptyDatabase } from './empty-database.ts'

const { local } = fakeBrowser.storage
const PARTS = [
  [0, 1],
  [2, 3, 4],
]

test('what pages left behind is taken in once, at whichever step the worker dies', async () => {
  for (let k = 1; ; k += 1) {
    fakeBrowser.reset()
    const db = await emptyDatabase()
    const { document } = await aPage(db)
    for (const part of PARTS) {
      const actions = part.map((n) => aDraft('click', { n, at: NOON + n }))
      await local.set({ [`${TAIL_PREFIX}${document}:${part.at(-1)}`]: { type: 'actions', document, actions, counts: { masked: 2 } } })
    }
    const { died, revive } = dieAt(k, local)
    await drainTails(db, NOON + 1000, ADMITTED).catch(() => undefined)
    revive()
    await drainTails(db, NOON + 1000, ADMITTED)
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4])
    expect(counts.masked).toBe(2)
    expect(await local.get(null)).toEqual({})
    if (died()) continue
    expect(k).toBeGreaterThan(10)
    break
  }
})
