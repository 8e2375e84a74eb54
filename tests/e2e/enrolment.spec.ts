/** Browsers whose policy has a join secret and no token: each gets in by a key of its own, and is let out and in by it. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { launchWithPolicy } from '../../scripts/browser/launch.ts'
import { startCollector, type RunningCollector } from '../../scripts/start-collector.ts'
import { storedBatches } from './browser/delivered.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts, type Scene } from './browser/scene.ts'
import { open } from './own-pages.ts'
import { arrive, inForce, recordedSince } from './recorded.ts'

const ADMIN = new URL('../../collector/admin.ts', import.meta.url).pathname
const run = promisify(execFile)

function joiningPolicy({ collector, sites }: Parts, joinSecret = collector.joinSecret) {
  return { ...listedPolicy({ collector, sites }), collector: { url: collector.url, joinSecret, flushMinutes: 60 } }
}
const pages = { 'listed.localhost/': '<button id="done">Finish</button><button>More</button>' }
test.use({ options: { pages, policy: joiningPolicy } })

const Status = z.object({
  state: z.string(),
  waiting: z.object({ actions: z.int() }),
  delivery: z.object({ code: z.string() }).nullable(),
  enrolment: z
    .object({ credential: z.string().nullable(), since: z.string().nullable(), tokenUntil: z.number().nullable(), revoked: z.boolean() })
    .nullable(),
})
type InBrowser = Pick<Scene, 'launched'>

async function ask({ launched }: InBrowser, request: object): Promise<z.infer<typeof Status>> {
  return Status.parse(await launched.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(request)})`))
}
/** "Send now", as the options page asks for it. */
const flush = (scene: InBrowser) => ask(scene, { type: 'flush' })

const storedAt = ({ collector }: { collector: RunningCollector }) =>
  storedBatches(collector.dataDir).reduce((sum, { sequences }) => sum + sequences.reduce((all, { actions }) => all + actions.length, 0), 0)

/** Runs in the extension's origin, with everything that is kept at hand as `state`, a store to read from and write to. */
const inState = ({ launched }: InBrowser, work: string) =>
  launched.inExtension(`(async () => {
    const settle = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const database = await settle(indexedDB.open('waymark'))
    try {
      const state = database.transaction('state', 'readwrite').objectStore('state')
      ${work}
    } finally {
      database.close()
    }
  })()`)

test('a browser that has only a join secret enrols, delivers, and shows its credential and none of its secrets', async ({ scene }) => {
  await inForce(scene, 1)
  expect(await ask(scene, { type: 'status', tab: null })).toMatchObject({ enrolment: { credential: null, since: null }, delivery: null })
  const { enrolment } = await flush(scene)
  expect(enrolment).toMatchObject({ since: new Date().toISOString().slice(0, 10), revoked: false })
  expect(enrolment?.tokenUntil).toBeGreaterThan(Date.now())

  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await scene.launched.stopWorker()
  expect(await flush(scene)).toMatchObject({ waiting: { actions: 0 }, delivery: null, enrolment: { credential: enrolment?.credential } })
  expect(storedAt(scene)).toBe(2)

  const { stdout } = await run(process.execPath, [ADMIN, 'credentials', '--data', scene.collector.dataDir])
  expect(stdout.trim().split('\n')).toEqual([`credential ${enrolment?.credential}  enrolled ${enrolment?.since}`])
  const options = await open(scene, 'options.html')
  await options.getByText('All pages of listed.localhost').waitFor()
  await options.getByText(enrolment?.credential ?? '', { exact: true }).waitFor()
  await options.getByText(`The collector has known it since ${enrolment?.since}.`).waitFor()
  expect(await options.locator('body').textContent()).not.toContain(scene.collector.joinSecret)
})

test('the private half of the key can be used and not read', async ({ scene }) => {
  await inForce(scene, 1)
  await flush(scene)
  const tried = await inState(
    scene,
    `const { credentials: [{ keys: { privateKey } }] } = await settle(state.get('credentials'))
    const name = (error) => error.name
    const exported = ['pkcs8', 'jwk', 'raw'].map((format) => crypto.subtle.exportKey(format, privateKey).then(() => 'exported', name))
    const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey'])
    const how = { name: 'AES-GCM', iv: new Uint8Array(12) }
    const wrapped = crypto.subtle.wrapKey('pkcs8', privateKey, wrapping, how).then(() => 'wrapped', name)
    const signed = crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new Uint8Array(1)).then(({ byteLength }) => byteLength)
    return Promise.all([...exported, wrapped, signed, privateKey.extractable])`,
  )
  expect(tried).toEqual(['InvalidAccessError', 'InvalidAccessError', 'InvalidAccessError', 'InvalidAccessError', 64, false])
})

test('a browser that is revoked with a full queue stops, says so and loses nothing; let in again, it goes on', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  const { enrolment } = await flush(scene)
  const set = (command: string) =>
    run(process.execPath, [ADMIN, command, '--credential', enrolment?.credential ?? '', '--data', scene.collector.dataDir])
  expect(storedAt(scene)).toBe(2)

  await scene.tab.getByText('More').click()
  await recordedSince(scene, 0)
  await set('revoke')
  expect(await flush(scene)).toMatchObject({ state: 'recording', delivery: { code: 'revoked' }, waiting: { actions: 2 } })
  // As if that had been a minute ago: an order is believed when it is given again later.
  await inState(
    scene,
    `const { order } = await settle(state.get('order')); await settle(state.put({ order: { ...order, at: order.at - 60000 } }, 'order'))`,
  )
  expect(await flush(scene)).toMatchObject({
    state: 'attention',
    delivery: { code: 'revoked' },
    enrolment: { revoked: true },
    waiting: { actions: 2 },
  })
  const popup = await open(scene, 'popup.html')
  await popup.getByText("Your company's collector no longer accepts anything from this browser.").waitFor()
  await popup.close()
  await scene.tab.getByText('More').click()
  await scene.launched.stopWorker()
  expect(await flush(scene)).toMatchObject({ state: 'attention', waiting: { actions: 2 } })

  await set('unrevoke')
  expect(await flush(scene)).toMatchObject({ state: 'recording', delivery: null, waiting: { actions: 0 }, enrolment: { revoked: false } })
  expect(storedAt(scene)).toBe(4)
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await flush(scene)
  expect(storedAt(scene)).toBe(6)
})

test('when the join secret is replaced, who is in stays in, and who comes needs the new one', async ({ scene, extension }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await flush(scene)
  await scene.collector.stop()
  const rotated = await startCollector(scene.collector.dataDir, { ...scene.collector, joinSecret: 'the-secret-that-came-after' })

  await scene.tab.getByText('More').click()
  await recordedSince(scene, 0)
  expect(await flush(scene)).toMatchObject({ delivery: null, waiting: { actions: 0 } })
  expect(storedAt(scene)).toBe(4)

  const launched = await launchWithPolicy({ extension, policy: joiningPolicy(scene) })
  await launched.policyArrived()
  const late = { ...scene, launched, tab: launched.context.pages()[0] ?? (await launched.context.newPage()) }
  await arrive(late, 'listed.localhost/')
  await recordedSince(late, 1)
  expect(await flush(late)).toMatchObject({ delivery: { code: 'join-secret' }, waiting: { actions: 2 }, enrolment: { since: null } })
  await launched.setPolicy(joiningPolicy(scene, rotated.joinSecret))
  await launched.policyArrived()
  expect(await flush(late)).toMatchObject({ delivery: null, waiting: { actions: 0 } })
  expect(storedAt(scene)).toBe(6)
  await launched.close()
  await rotated.stop()
})
