/** What stands between a browser and its collector answers in its place. None of it is an answer of a collector. */
import { expect, test } from '../e2e/browser/fixtures.ts'
import type { Stranger } from './gateway.ts'
import { openWorld } from './world.ts'

const PORTAL = '<!doctype html><title>Sign in</title><form>Sign in to this network</form>'
const STRANGERS: [string, Stranger][] = [
  ['a captive portal that says 200', { status: 200, body: PORTAL }],
  ['a captive portal that redirects', { status: 302, headers: { location: '/portal' }, body: '' }],
  ['a captive portal that has the request sent again elsewhere', { status: 307, headers: { location: '/portal' }, body: '' }],
  ['a proxy that wants to know who asks', { status: 407, headers: { 'proxy-authenticate': 'Basic' }, body: PORTAL }],
  ['a proxy that finds nobody', { status: 502, body: PORTAL }],
  ['a server that knows no such page', { status: 404, body: PORTAL }],
]

test('whoever answers in the place of a collector makes nothing delivered, and nothing lost', async ({ extension }) => {
  const world = await openWorld(extension, { through: 'gateway' })
  const [person] = world.people
  if (!person) throw new Error('nobody is there')
  await person.click(await person.place(20), 20)
  await world.committed()

  for (const [who, answer] of STRANGERS)
    await test.step(who, async () => {
      world.gateway.fail(answer)
      const { requests } = world.gateway.seen
      await person.flush()
      expect(world.gateway.seen.requests).toBe(requests + 1)
      expect((await person.look()).marks).toHaveLength(20)
      expect(world.stored()).toEqual([])
    })

  world.gateway.fail('pass')
  await world.deliverAll()
  expect(await world.sum()).toMatchObject({ stored: 20, inPage: 0, lost: [], doubled: [], invented: [] })
  await world.close()
})
