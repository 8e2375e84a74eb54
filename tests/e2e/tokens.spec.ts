/** Tokens expire, secrets are rotated and browsers are revoked while batches wait: nothing is lost, and nothing is doubled. */
import { z } from 'zod'
import { startCollector, type RunningCollector } from '../../scripts/start-collector.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { admin } from '../unit/collector/admin.ts'
import { readDatabase } from './browser/database.ts'
import { storedBatches } from './browser/delivered.ts'
import { expect, test } from './browser/fixtures.ts'
import { openGoBetween, type GoBetween, type Step } from './browser/go-between.ts'
import { listedPolicy, type Scene } from './browser/scene.ts'
import { arrive, drafts, recordedSince } from './recorded.ts'

const BODY = '<button id="done">Finish</button><button>More</button>'
test.use({ options: { pages: { 'listed.localhost/': BODY } } })

const NEW = 'the-token-after-the-rotation-0123456789'
const Answer = z.object({
  state: z.string(),
  waiting: z.object({ batches: z.int() }),
  delivery: z.object({ code: z.string() }).nullable(),
})
const ask = async ({ launched }: Scene, type: 'flush' | 'status') =>
  Answer.parse(await launched.inExtension(`chrome.runtime.sendMessage({ type: '${type}'${type === 'status' ? ', tab: null' : ''} })`))

/** The policy of the scene, with another collector, token or contact. */
const policyWith = (scene: Scene, collector: { url: string; token: string }, contact = 'privacy@example.com') => ({
  ...listedPolicy(scene),
  collector: { ...collector, flushMinutes: 60 },
  notice: { company: 'Example Company', contact, consent: 'obtained' },
})

/** Settles when the extension has taken it over: its status shows the contact of the policy. */
async function governed(scene: Scene, collector: { url: string; token: string }, contact: string): Promise<void> {
  await scene.launched.setPolicy(policyWith(scene, collector, contact))
  await scene.launched.policyArrived()
  const shown = () =>
    scene.launched.inExtension(`chrome.runtime.sendMessage({ type: 'status', tab: null }).then((it) => it.policy.contact)`)
  await expect.poll(shown).toBe(contact)
}

const away: Step = () => Promise.resolve(null)
/** So many batches that were sealed and not delivered, and how many actions are in them. */
async function aQueue(scene: Scene, between: GoBetween, batches: number): Promise<number> {
  await arrive(scene, 'listed.localhost/')
  let actions = 0
  for (let batch = 0; batch < batches; batch += 1) {
    await recordedSince(scene, 0)
    actions += (await drafts(scene)).length
    between.next(away)
    expect((await ask(scene, 'flush')).waiting.batches).toBe(batch + 1)
  }
  return actions
}

const actionsAt = (dataDir: string) => storedBatches(dataDir).flatMap(({ sequences }) => sequences.flatMap((one) => one.actions)).length
async function nothingIsLeft(scene: Scene): Promise<void> {
  const { actions, sequences, batches, bodies } = await readDatabase(scene.launched)
  expect([actions, sequences, batches, bodies]).toEqual([[], [], [], []])
}

/** A scene whose browser delivers by a go-between. */
async function between(scene: Scene, work: (parts: { way: GoBetween; restart: (token: string) => Promise<void> }) => Promise<void>) {
  let { collector }: { collector: RunningCollector } = scene
  const way = await openGoBetween(() => collector.url)
  await governed(scene, { url: way.url, token: collector.token }, 'first@example.com')
  const restart = async (token: string) => {
    await collector.stop()
    collector = await startCollector(scene.collector.dataDir, { port: scene.collector.port, token })
  }
  await work({ way, restart })
  await collector.stop()
  await way.close()
}

test('a token that ends in the middle of the queue is replaced by the one the policy has by then', async ({ scene }) => {
  const { token } = scene.collector
  await between(scene, async ({ way, restart }) => {
    const actions = await aQueue(scene, way, 3)
    way.seen.length = 0
    way.next(
      (pass) => pass(),
      // After the first batch the collector takes the new token only. The policy has it; the delivery under way has the old one in hand.
      async (pass) => {
        await restart(NEW)
        await scene.launched.setPolicy(policyWith(scene, { url: way.url, token: NEW }))
        await scene.launched.policyArrived()
        return pass()
      },
    )
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: null, waiting: { batches: 0 } })
    expect(way.seen.map((one) => [one.token === token ? 'old' : one.token === NEW ? 'new' : one.token, one.status])).toEqual([
      ['old', 201],
      ['old', 401],
      ['new', 201],
      ['new', 201],
    ])
    expect(way.seen[1]?.id).toBe(way.seen[2]?.id)
    expect(actionsAt(scene.collector.dataDir)).toBe(actions)
    await nothingIsLeft(scene)
  })
})

test('a token that nobody has replaced is tried once, and the queue waits for the policy', async ({ scene }) => {
  await between(scene, async ({ way, restart }) => {
    const actions = await aQueue(scene, way, 2)
    way.seen.length = 0
    await restart(NEW)
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: { code: 'unauthorized' }, waiting: { batches: 2 }, state: 'recording' })
    expect(way.seen.map(({ status }) => status)).toEqual([401])
    await governed(scene, { url: way.url, token: NEW }, 'second@example.com')
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: null, waiting: { batches: 0 } })
    expect(actionsAt(scene.collector.dataDir)).toBe(actions)
    await nothingIsLeft(scene)
  })
})

test('a secret that is rotated while a batch is under way costs a second try and no second copy', async ({ scene }) => {
  await between(scene, async ({ way, restart }) => {
    const actions = await aQueue(scene, way, 1)
    way.seen.length = 0
    way.next(async (pass) => {
      // Stored, but nobody hears of it: the collector is started anew with another secret.
      expect((await pass()).status).toBe(201)
      await restart(NEW)
      return null
    })
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: { code: 'unreachable' }, waiting: { batches: 1 } })
    await governed(scene, { url: way.url, token: NEW }, 'second@example.com')
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: null, waiting: { batches: 0 } })
    expect(way.seen.map(({ status }) => status)).toEqual([0, 200])
    expect(way.seen[0]?.id).toBe(way.seen[1]?.id)
    expect(storedBatches(scene.collector.dataDir)).toHaveLength(1)
    expect(actionsAt(scene.collector.dataDir)).toBe(actions)
    await nothingIsLeft(scene)
  })
})

/** As if the order had come a minute earlier: it is believed when it is given again after that. */
const aMinuteLater = ({ launched }: Scene) =>
  launched.inExtension(`new Promise((resolve, reject) => {
    const request = indexedDB.open('waymark')
    request.onerror = reject
    request.onsuccess = () => {
      const tx = request.result.transaction('state', 'readwrite')
      const store = tx.objectStore('state')
      store.get('order').onsuccess = ({ target: { result } }) => {
        store.put({ order: { ...result.order, at: result.order.at - 60_000 } }, 'order')
      }
      tx.oncomplete = () => { request.result.close(); resolve() }
      tx.onerror = reject
    }
  })`)

test('a browser that is revoked stops when it is told so again, keeps what it has, and goes on when the policy changes', async ({
  scene,
}) => {
  const { dataDir, token } = scene.collector
  const second = temporaryFolder('second')
  await between(scene, async () => {
    await arrive(scene, 'listed.localhost/')
    await recordedSince(scene, 1)
    await ask(scene, 'flush')
    const delivered = actionsAt(dataDir)
    const [batch] = storedBatches(dataDir)
    expect(admin('revoke', '--device', batch?.device ?? '', '--data', dataDir)).toMatchObject({ status: 0 })

    await recordedSince(scene, 0)
    const waiting = (await drafts(scene)).length
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: { code: 'revoked' }, state: 'recording' })
    // Told so at once again it might be the same mistake.
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: { code: 'revoked' }, state: 'recording' })
    await aMinuteLater(scene)
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: { code: 'revoked' }, state: 'attention', waiting: { batches: 1 } })
    await scene.tab.locator('#done').click()
    const options = await scene.launched.context.newPage()
    await options.goto(`chrome-extension://${scene.launched.extensionId}/options.html`)
    await expect(options.getByText('no longer accepts anything from this browser').first()).toBeVisible()
    await options.close()
    expect(await drafts(scene)).toEqual([])

    // The administrator gives the browser another collector.
    const other = await startCollector(second.path, { token })
    await governed(scene, { url: other.url, token }, 'second@example.com')
    await expect.poll(async () => (await ask(scene, 'status')).state).toBe('recording')
    await arrive(scene, 'listed.localhost/')
    await recordedSince(scene, 1)
    const again = (await drafts(scene)).length
    expect(await ask(scene, 'flush')).toMatchObject({ delivery: null, state: 'recording' })
    expect([actionsAt(dataDir), actionsAt(second.path)]).toEqual([delivered, waiting + again])
    await nothingIsLeft(scene)
    await other.stop()
  })
  second.remove()
})

test('the token that browsers deliver with reads nothing', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await ask(scene, 'flush')
  const { url, token, dataDir } = scene.collector
  const [batch] = storedBatches(dataDir)
  const known = [batch?.id ?? '', batch?.device ?? '', batch?.sequences[0]?.id ?? '', 'listed.localhost']
  const paths = [
    '/',
    '/v1/batches',
    '/v1/erasures',
    '/v1/given-up',
    '/healthz',
    '/admin',
    '/v1/admin',
    '/v1/audit',
    '/v1/export',
    '/v1/gaps',
  ]
  for (const path of [...paths, ...known.slice(0, 3).map((id) => `/v1/batches/${id}`)])
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${token}` } })
      const body = await answer.text()
      for (const word of known) expect([method, path, body.includes(word)]).toEqual([method, path, false])
      if (path !== '/healthz' || !['GET', 'HEAD'].includes(method))
        expect([method, path, [404, 405].includes(answer.status)]).toContain(true)
    }
  expect(storedBatches(dataDir)).toHaveLength(1)
})
