/** Stop, forget, narrow: nothing survives, and what was not meant is left alone. */
import { z } from 'zod'
import { readDatabase } from './browser/database.ts'
import { storedBatches } from './browser/delivered.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, openScene, type Parts, type Scene } from './browser/scene.ts'
import { filesWith } from '../faults/bytes-in-files.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { arrive, drafts, recordedSince } from './recorded.ts'

const BODY = '<button id="done">Finish</button><button>More</button>'
const both = (parts: Parts, person: object = {}) => ({
  ...listedPolicy(parts),
  recording: { sites: ['listed.localhost', 'other.localhost'].map((name) => ({ match: `${parts.sites.url(name)}/*` })) },
  person,
})
test.use({ options: { pages: { 'listed.localhost/': BODY, 'other.localhost/': BODY }, policy: both } })

/** As the options page asks. */
const ask = ({ launched }: Scene, message: object) => launched.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(message)})`)
const flush = (scene: Scene) => ask(scene, { type: 'flush' })
const Answer = z.object({ erasures: z.object({ pending: z.int(), receipts: z.array(z.object({ count: z.int(), hash: z.string() })) }) })

const delivered = ({ collector }: Scene) => storedBatches(collector.dataDir).flatMap(({ sequences }) => sequences)
const sitesHere = async (scene: Scene) => [...new Set((await drafts(scene)).map(({ route }) => new URL(route.origin).hostname))].toSorted()
const waiting = async ({ launched }: Scene) => {
  const { actions = [], sequences = [], batches = [], bodies = [], sent = [], copies = [] } = await readDatabase(launched)
  return [actions, sequences, batches, bodies, sent, copies].map(({ length }) => length)
}
const counted = async ({ launched }: Scene, reason: string) => {
  const { state = [] } = await readDatabase(launched)
  const counts = z.object({ counts: z.record(z.string(), z.number()) }).safeParse(state.find(({ key }) => key === 'counts')?.value)
  return counts.data?.counts[reason] ?? 0
}

test('what is deleted is gone here, in pages, and at the collector, which gives a receipt', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await flush(scene)
  expect(delivered(scene)).toHaveLength(1)
  await scene.tab.getByText('More').click()
  await recordedSince(scene, 0)
  // Still in the page when it is deleted.
  await scene.tab.getByText('More').click()
  const after = Answer.parse(await ask(scene, { type: 'delete', what: { kind: 'all' } }))
  expect(after.erasures).toEqual({ pending: 1, receipts: [] })
  expect(await waiting(scene)).toEqual([0, 0, 0, 0, 0, 0])
  await expect.poll(() => counted(scene, 'dropped-deleted')).toBe(3)
  expect(await drafts(scene)).toEqual([])

  const flushed = Answer.parse(await flush(scene))
  expect(flushed.erasures).toEqual({ pending: 0, receipts: [{ count: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }] })
  expect(delivered(scene)).toEqual([])
  // What is done from now on is recorded like before.
  await scene.tab.getByText('More').click()
  expect(await recordedSince(scene, 0)).toHaveLength(1)
})

test('a site is deleted and the others stay, also in a batch that waits', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await scene.collector.stop()
  await arrive(scene, 'other.localhost/')
  const before = (await drafts(scene)).length
  await recordedSince(scene, before)
  await flush(scene)
  await ask(scene, { type: 'delete', what: { kind: 'site', origin: scene.sites.url('other.localhost') } })
  const { batches = [] } = await readDatabase(scene.launched)
  const Row = z.object({ contents: z.array(z.object({ site: z.string() })) })
  expect(batches.flatMap(({ value }) => Row.parse(value).contents.map(({ site }) => new URL(site).hostname))).toEqual(['listed.localhost'])
})

test('deletions that meet each other, and a pause that meets them, all happen', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await arrive(scene, 'other.localhost/')
  await expect.poll(() => sitesHere(scene)).toEqual(['listed.localhost', 'other.localhost'])
  const origins = ['listed.localhost', 'other.localhost'].map((name) => scene.sites.url(name))
  const answers = await Promise.all([
    ...origins.map((origin) => ask(scene, { type: 'delete', what: { kind: 'site', origin } })),
    ask(scene, { type: 'pause', minutes: 15 }),
    ask(scene, { type: 'delete', what: { kind: 'span', from: 0, until: 1 } }),
  ])
  expect(answers.map((answer) => Answer.safeParse(answer).success)).toEqual([true, true, true, true])
  expect(await drafts(scene)).toEqual([])
  expect(JSON.stringify(await ask(scene, { type: 'status', tab: null }))).toContain('"state":"paused"')
})

test('a policy that takes a site off the list purges what was recorded there; one that cannot be read purges nothing', async ({
  scene,
}) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  await arrive(scene, 'other.localhost/')
  await expect.poll(() => sitesHere(scene)).toEqual(['listed.localhost', 'other.localhost'])
  await scene.launched.setPolicy({ ...both(scene), recording: { sites: [{ match: 'ftp://listed.localhost/*' }] } }, { nudge: false })
  await expect.poll(async () => JSON.stringify(await ask(scene, { type: 'status', tab: null }))).toContain('"state":"attention"')
  expect(await sitesHere(scene)).toEqual(['listed.localhost', 'other.localhost'])
  await scene.launched.setPolicy(listedPolicy(scene), { nudge: false })
  await expect.poll(() => sitesHere(scene)).toEqual(['listed.localhost'])
  expect(await counted(scene, 'dropped-narrowed')).toBeGreaterThan(0)
})

test('what was deleted, and what was purged, is in no file of the browser any more', async ({ extension }) => {
  const profile = temporaryFolder('profile')
  const third = '<button>One</button><button>Two</button><button id="done">Finish</button><button>Four</button>'
  const pages = { 'listed.localhost/': BODY, 'other.localhost/': third }
  const scene = await openScene(extension, { pages, policy: both, launch: { userDataDir: profile.path } })
  try {
    await arrive(scene, 'listed.localhost/')
    await scene.tab.getByText('More').click()
    await recordedSince(scene, 1)
    await arrive(scene, 'other.localhost/')
    await scene.tab.getByText('Four').click()
    await expect.poll(async () => JSON.stringify(await drafts(scene))).toContain('nth-of-type(4)')
    // Where in its page each was clicked: in records, and in no page that the browser might keep.
    const holding = (place: number) => filesWith(profile.path, [Buffer.from(`button:nth-of-type(${place})`)])
    expect([holding(2), holding(4)].map(({ length }) => length > 0)).toEqual([true, true])
    await ask(scene, { type: 'delete', what: { kind: 'site', origin: scene.sites.url('other.localhost') } })
    await expect.poll(() => holding(4)).toEqual([])
    expect(await sitesHere(scene)).toEqual(['listed.localhost'])

    // What stayed is packed by now, so that only new records can be seen.
    await arrive(scene, 'listed.localhost/')
    await scene.tab.getByText('More').click()
    await expect.poll(() => holding(2)).not.toEqual([])

    const others = { ...both(scene), recording: { sites: [{ match: `${scene.sites.url('other.localhost')}/*` }] } }
    await scene.launched.setPolicy(others, { nudge: false })
    await expect.poll(() => sitesHere(scene)).not.toContain('listed.localhost')
    await expect.poll(() => holding(2)).toEqual([])
  } finally {
    await scene.close()
    profile.remove()
  }
})

test.describe('where the company does not let people delete', () => {
  test.use({
    options: { pages: { 'listed.localhost/': BODY }, policy: (parts) => both(parts, { allowDelete: false }) },
  })
  test('asking changes nothing', async ({ scene }) => {
    await arrive(scene, 'listed.localhost/')
    await recordedSince(scene, 1)
    const before = await drafts(scene)
    await ask(scene, { type: 'delete', what: { kind: 'all' } })
    expect(await drafts(scene)).toEqual(before)
  })
})
