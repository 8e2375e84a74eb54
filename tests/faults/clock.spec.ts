/** A clock that is set forward and back, as `Date.now` of the worker and of the recorder's own world say: the machine's is left alone. */
import type { CDPSession } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from '../e2e/browser/fixtures.ts'
import { openWorld } from './world.ts'

const HOUR_MS = 3_600_000
const Created = z.object({ context: z.object({ id: z.int(), origin: z.string() }) })
const setClock = (ms: number) => `globalThis.realNow ??= Date.now.bind(Date); Date.now = () => globalThis.realNow() + ${ms}; ${ms}`

/** Script worlds of the extension in a page. */
async function worldsOf(session: CDPSession, extensionId: string): Promise<number[]> {
  const ids: number[] = []
  session.on('Runtime.executionContextCreated', (event) => {
    const { id, origin } = Created.parse(event).context
    if (origin === `chrome-extension://${extensionId}`) ids.push(id)
  })
  await session.send('Runtime.enable')
  return ids
}

test('a clock that is set forward by hours, and back, loses and doubles nothing', async ({ extension }) => {
  const world = await openWorld(extension)
  const [person] = world.people
  if (!person) throw new Error('nobody is there')
  const place = await person.place(40)
  const session = await place.tab.context().newCDPSession(place.tab)
  const [contextId] = await worldsOf(session, extension.id)
  if (contextId === undefined) throw new Error('the recorder has no world in the page')
  const worker = await person.browser().worker()

  for (const hours of [3, -3, 30, 0]) {
    const { result } = await session.send('Runtime.evaluate', { expression: setClock(hours * HOUR_MS), contextId })
    expect(result.value).toBe(hours * HOUR_MS)
    await worker.evaluate(setClock(hours * HOUR_MS))
    await person.click(place, 10)
    await world.committed()
    await person.flush()
  }
  await world.deliverAll()
  expect(await world.sum()).toMatchObject({ performed: 40, stored: 40, lost: [], doubled: [], invented: [] })
  await world.close()
})
