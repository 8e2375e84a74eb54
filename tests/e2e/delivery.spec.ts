/** From the page to the export, over deaths on the way: what was acknowledged is stored, once. */
import { startCollector } from '../../scripts/start-collector.ts'
import { launchWithPolicy } from '../../scripts/browser/launch.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { readDatabase, readLocalStorage } from './browser/database.ts'
import { exportTraces, storedBatches } from './browser/delivered.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Scene } from './browser/scene.ts'
import { arrive, drafts, inForce, recordedSince } from './recorded.ts'

const BODY = '<button id="done">Finish</button><input id="name"><button>More</button>'
test.use({ options: { pages: { 'listed.localhost/': BODY, 'listed.localhost/two': BODY } } })

/** "Send now", as the options page asks for it. */
const flush = ({ launched }: Pick<Scene, 'launched'>) => launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)
const kindsAt = (dataDir: string) =>
  storedBatches(dataDir).flatMap(({ sequences }) => sequences.flatMap(({ actions }) => actions.map(({ kind }) => kind)))

test('everything recorded is delivered once, in order, and gone from the browser', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await scene.tab.locator('#name').click()
  await scene.tab.keyboard.type('some text')
  await recordedSince(scene, 1)
  await flush(scene)
  const [trace] = await exportTraces(scene.collector.dataDir)
  expect(trace?.sequence.actions.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(['0 nav', '1 click', '2 type', '3 click'])
  const { actions, sequences, batches } = await readDatabase(scene.launched)
  expect([actions, sequences, batches]).toEqual([[], [], []])
  await flush(scene)
  expect(kindsAt(scene.collector.dataDir)).toHaveLength(4)
})

test('the last actions of a page that closes while the worker sleeps are not lost', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  const keep = await scene.launched.context.newPage()
  await scene.tab.bringToFront()
  await scene.tab.locator('#name').click()
  await scene.tab.keyboard.type('x')
  await scene.launched.stopWorker()
  await scene.tab.close()
  // The worker wakes for the tail; nobody has asked it anything.
  const kinds = async () => (await drafts(scene)).map(({ kind }) => kind)
  await expect.poll(kinds).toEqual(expect.arrayContaining(['nav', 'click', 'type']))
  await expect.poll(() => readLocalStorage(scene.launched)).toEqual({ databaseMade: true })
  expect((await kinds()).filter((kind) => kind === 'type')).toHaveLength(1)
  await keep.close()
})

test('a worker that is stopped again and again loses and doubles nothing', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  for (let round = 0; round < 4; round++) {
    await scene.tab.getByText('More').click()
    await scene.launched.stopWorker()
    await scene.tab.locator('#name').click()
  }
  await recordedSince(scene, 1)
  const { length } = await drafts(scene)
  expect(length).toBe(1 + 8 + 1)
  await scene.launched.stopWorker()
  await flush(scene)
  expect(kindsAt(scene.collector.dataDir)).toHaveLength(length)
})

test('a collector that is away keeps everything in the browser, and gets it when it is back', async ({ scene }) => {
  const { collector } = scene
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await collector.kill()
  await flush(scene)
  const { batches: held = [] } = await readDatabase(scene.launched)
  expect(held).toHaveLength(1)
  const again = await startCollector(collector.dataDir, collector)
  await flush(scene)
  expect(kindsAt(collector.dataDir)).toHaveLength(2)
  expect((await readDatabase(scene.launched)).batches).toEqual([])
  await again.stop()
})

test('a browser that is killed has lost nothing that was stored, and delivers it after its restart', async ({ scene, extension }) => {
  await scene.launched.close()
  const profile = temporaryFolder('killed')
  const start = () => launchWithPolicy({ extension, policy: listedPolicy(scene), userDataDir: profile.path })
  const first = await start()
  await first.policyArrived()
  const tab = first.context.pages()[0] ?? (await first.context.newPage())
  const alive = { ...scene, launched: first, tab }
  await arrive(alive, 'listed.localhost/')
  await recordedSince(alive, 1)
  const stored = (await drafts(alive)).length
  await first.crash()

  const again = await start()
  await again.policyArrived()
  await inForce({ ...scene, launched: again }, 1)
  await flush({ launched: again })
  const traces = await exportTraces(scene.collector.dataDir)
  expect(traces.map(({ sequence }) => sequence.ended)).toEqual(['browser-closed'])
  expect(traces[0]?.sequence.actions).toHaveLength(stored)
  await again.close()
  profile.remove()
})
