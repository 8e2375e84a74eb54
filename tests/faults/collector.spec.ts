/** A collector in trouble: what it cannot keep, it does not acknowledge, and the browser keeps it. */
import { permittedWay, UNSHARE } from '../../scripts/browser/namespace.ts'
import { expect, test } from '../e2e/browser/fixtures.ts'
import { openWorld, type World } from './world.ts'

const NOTHING_WRONG = { lost: [], doubled: [], invented: [] }
/** One for all tests: each leaves everything delivered. */
let world: World
test.beforeAll(async ({ extension }) => {
  world = await openWorld(extension)
})
test.afterAll(() => world.close())

async function work(times: number): Promise<void> {
  for (const person of world.people) await person.click(await person.place(times), times)
  await world.committed()
}
async function allIsStored(): Promise<void> {
  await world.deliverAll()
  expect(await world.sum()).toMatchObject({ ...NOTHING_WRONG, inPage: 0, stored: performed() })
}
const performed = () => world.people.reduce((sum, person) => sum + person.performed.size, 0)
const flush = () => Promise.all(world.people.map((person) => person.flush()))
const waiting = async () => Promise.all(world.people.map(async (person) => (await person.look()).rows))

test('a disk that is full keeps what was acknowledged and takes the rest when there is room', async () => {
  await work(20)
  await flush()
  await world.collector().stop()
  // No file may grow past 44 KiB, which is where a full disk shows itself: in a write of the log.
  await world.revive({ wrap: ['sh', '-c', 'ulimit -f 88; exec "$0" "$@"'] })
  let rounds = 0
  do {
    await work(20)
    await flush()
    rounds += 1
  } while ((await waiting()).every((rows) => rows === 0) && rounds < 20)
  expect(await waiting()).not.toEqual([0])
  expect(await world.sum()).toMatchObject(NOTHING_WRONG)

  await world.collector().stop()
  await world.revive()
  await allIsStored()
})

test('a data directory that cannot be written keeps the collector from starting, and nothing is lost meanwhile', async () => {
  const way = permittedWay()
  if (!way) throw new Error('this machine permits no mount namespace')
  await work(10)
  await world.collector().stop()
  const readOnly = 'mount --bind "$DATA" "$DATA" && mount -o remount,bind,ro "$DATA" && exec "$0" "$@"'
  const wrap = [...UNSHARE[way], 'env', `DATA=${world.collector().dataDir}`, 'sh', '-c', readOnly]
  await expect(world.revive({ wrap })).rejects.toThrow('cannot be used')
  await flush()
  expect(await waiting()).not.toEqual([0])
  await world.revive()
  await allIsStored()
})

test('a database that another program holds is no reason to acknowledge or to lose anything', async () => {
  await work(10)
  const release = world.holdDatabase()
  await flush()
  expect(await waiting()).not.toEqual([0])
  release()
  await allIsStored()
})

test('a collector that stands still longer than browsers wait gets everything once when it goes on', async () => {
  await work(10)
  process.kill(world.collector().pid, 'SIGSTOP')
  const flushing = flush()
  // Nobody who works has to wait for it.
  await work(20)
  await flushing
  expect(await waiting()).not.toEqual([0])
  process.kill(world.collector().pid, 'SIGCONT')
  await allIsStored()
})
