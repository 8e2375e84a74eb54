/** A message is worth what the browser says of its sender: whoever else speaks, in whatever words, stores nothing and changes nothing. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packExtension } from '../../scripts/pack.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { publish } from '../../scripts/update-server.ts'
import { readDatabase, readLocalStorage } from '../e2e/browser/database.ts'
import { expect, test } from '../e2e/browser/fixtures.ts'
import { openScene, type Scene } from '../e2e/browser/scene.ts'
import { writeToyExtension } from '../e2e/browser/toy-extension.ts'
import type { Draft } from '../../lib/trace/action.ts'
import type { Delivery, Guard, Hello } from '../../lib/messages.ts'
import { arrive, drafts, inForce } from '../e2e/recorded.ts'
import { aDraft } from '../fixtures/draft.ts'

const BODY = '<!doctype html><html lang="en"><h1>Page</h1><button id="done">Finish</button>'
const frames = (address: string) =>
  `${BODY}<iframe id="a" src="${address}"></iframe><iframe id="b" srcdoc="<button id='x'>Inner</button>"></iframe><iframe id="c"></iframe>`
const pages = {
  'listed.localhost/': BODY,
  'listed.localhost/frames': frames('about:blank'),
  'unlisted.localhost/': BODY,
  'unlisted.localhost/frames': ({ headers }: { headers: { host?: string | undefined } }) =>
    frames(`http://listed.localhost:${(headers.host ?? '').split(':')[1] ?? ''}/`),
}
test.use({ options: { pages } })

const DOCUMENT = '11111111-1111-4111-8111-111111111111'
const hello = (frame: number[] = [], document = DOCUMENT): Hello => ({
  type: 'hello',
  document,
  frame,
  viewport: { width: 1300, height: 700 },
  language: 'en',
  redirected: false,
  whole: false,
})
const delivery = (origin: string, document = DOCUMENT, frame: number[] = []): Omit<Delivery, 'actions'> & { actions: Draft[] } => {
  const at = Date.now()
  const action = aDraft('nav', { n: 0, at, until: at, frame, route: { origin, path: '/', query: [] } })
  return { type: 'actions', document, actions: [action], counts: {} }
}
const guard: Guard = { type: 'guard', document: DOCUMENT, raised: true }

/** Sends as our content script would: in the isolated world of a page, as somebody could who has taken over its process. */
async function speak({ launched }: Scene, host: string, messages: unknown[], frameId = 0): Promise<unknown[]> {
  // As text, because the browser takes every null out of an argument.
  const send = `async (text) => { const answers = []; for (const message of JSON.parse(text)) answers.push((await chrome.runtime.sendMessage(message)) ?? null); return answers }`
  const answer = await launched.inExtension(`chrome.tabs.query({ url: 'http://${host}/*' }).then(([tab]) => chrome.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [${frameId}] }, func: ${send}, args: [${JSON.stringify(JSON.stringify(messages))}] })).then(([{ result }]) => result)`)
  return z.array(z.unknown()).parse(answer)
}

/** Everything that is stored but the counters: those grow with what is refused. */
async function stored({ launched }: Scene) {
  const { documents = [], actions = [], sequences = [], batches = [] } = await readDatabase(launched)
  return { documents: documents.length, actions: actions.length, sequences: sequences.length, batches: batches.length }
}
/** Documents of pages. The worker has a row of its own where it has seen a tab change, and whether it sees one before it shows a page is chance. */
const pagesIn = ({ documents = [] }: Awaited<ReturnType<typeof readDatabase>>) =>
  z
    .array(z.object({ origin: z.string() }))
    .parse(documents.map(({ value }) => value))
    .filter(({ origin }) => origin !== 'worker').length
const NOTHING = { documents: 0, actions: 0, sequences: 0, batches: 0 }

test('a page that is not listed, or its process, stores nothing', async ({ scene }) => {
  await inForce(scene, 1)
  const { tab, sites } = scene
  await tab.goto(sites.url('unlisted.localhost/'))
  const listed = sites.url('listed.localhost')
  const messages = [hello(), delivery(listed), delivery(sites.url('unlisted.localhost')), guard]
  const answers = await speak(scene, 'unlisted.localhost', messages)
  expect(answers[0]).toEqual({ type: 'standing', record: false })
  await tab.evaluate((all) => all.forEach((message) => postMessage(message, '*')), messages)
  expect(await stored(scene)).toEqual(NOTHING)
})

test('a tail in storage of a document that was never granted is not stored', async ({ scene }) => {
  await inForce(scene, 1)
  const tail = delivery(scene.sites.url('listed.localhost'))
  await scene.launched.inExtension(`chrome.storage.local.set(${JSON.stringify({ [`tail:${DOCUMENT}:0`]: tail })})`)
  await expect.poll(() => readLocalStorage(scene.launched)).toEqual({ databaseMade: true })
  expect(await stored(scene)).toEqual(NOTHING)
})

test('a page of the extension itself cannot speak as a page, nor a page as one of the extension', async ({ scene }) => {
  await inForce(scene, 1)
  const { launched, sites } = scene
  const asked = (message: unknown) =>
    launched.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(message)}).then((answer) => answer ?? null)`)
  expect([await asked(hello()), await asked(delivery(sites.url('listed.localhost')))]).toEqual([null, null])
  expect(await stored(scene)).toEqual(NOTHING)

  await arrive(scene, 'listed.localhost/')
  const before = await launched.inExtension(`chrome.runtime.sendMessage({ type: 'status', tab: null })`)
  const requests = [
    { type: 'status', tab: null },
    { type: 'pause', minutes: 60 },
    { type: 'consent', given: false, terms: '' },
    { type: 'flush' },
  ]
  expect(await speak(scene, 'listed.localhost', requests)).toEqual([null, null, null, null])
  const state = (status: unknown) =>
    z.looseObject({ state: z.string(), pausedUntil: z.unknown(), consent: z.unknown(), sent: z.unknown() }).parse(status)
  const after = await launched.inExtension(`chrome.runtime.sendMessage({ type: 'status', tab: null })`)
  const { state: then, ...rest } = state(after)
  expect([then, rest.pausedUntil, rest.consent, rest.sent]).toEqual([
    state(before).state,
    state(before).pausedUntil,
    state(before).consent,
    state(before).sent,
  ])
})

test('a listed page speaks for itself only: its origin, its frame, its document', async ({ scene }) => {
  const { sites } = scene
  await arrive(scene, 'listed.localhost/')
  const own = sites.url('listed.localhost')
  const before = await stored(scene)
  const granted = await speak(scene, 'listed.localhost', [hello()])
  expect(granted[0]).toMatchObject({ record: true })
  // Another origin, another frame, a document nobody knows; and a first frame that says it is a second.
  const messages = [delivery('https://example.com'), delivery(own, DOCUMENT, [0]), delivery(own, '22222222-2222-4222-8222-222222222222')]
  await speak(scene, 'listed.localhost', messages)
  expect((await speak(scene, 'listed.localhost', [hello([0], '33333333-3333-4333-8333-333333333333')]))[0]).toMatchObject({ record: false })
  expect(await stored(scene)).toEqual({ ...before, documents: before.documents + 1 })
  // The same words, true: so it was the lies that were refused.
  const true_ = delivery(own)
  await speak(scene, 'listed.localhost', [{ ...true_, actions: true_.actions.map((action) => ({ ...action, n: 1 })) }])
  expect((await stored(scene)).actions).toBe(before.actions + 1)
})

test('a document cannot be spoken for from another tab', async ({ scene }) => {
  const { sites, launched } = scene
  await arrive(scene, 'listed.localhost/')
  await speak(scene, 'listed.localhost', [hello()])
  const pages = pagesIn(await readDatabase(launched))
  await scene.tab.goto(sites.url('unlisted.localhost/'))
  const other = await launched.context.newPage()
  await other.goto(sites.url('listed.localhost/'))
  await expect.poll(async () => pagesIn(await readDatabase(launched))).toBe(pages + 1)
  const [answer] = await speak(scene, 'listed.localhost', [delivery(sites.url('listed.localhost'))])
  expect(answer).toMatchObject({ stop: true })
  const rows = z.array(z.object({ document: z.string() })).parse((await readDatabase(launched)).actions?.map(({ value }) => value))
  expect(rows.filter(({ document }) => document === DOCUMENT)).toEqual([])
})

test('a text that no masker lets through is refused by the worker, whoever sends it', async ({ scene }) => {
  const { sites } = scene
  await arrive(scene, 'listed.localhost/')
  const own = sites.url('listed.localhost')
  await speak(scene, 'listed.localhost', [hello()])
  const before = (await drafts(scene)).length
  const at = Date.now()
  const route = { origin: own, path: '/', query: [] }
  const click = aDraft('click', { n: 0, at, until: at, frame: [], route })
  const named = (name: string, n: number) => ({ ...click, n, target: click.target && { ...click.target, name } })
  const bad = ['Zqovek Wixujo', 'someone@example.com', '=1+1', '<b>Save</b>', 'Your balance of nine', 'a'.repeat(300), '\u202eSave'].map(
    named,
  )
  const paths = ['/in/zqovek', '/patient/12', '/a b'].map((path, index) => ({ ...click, n: 20 + index, route: { ...route, path } }))
  const locators = ['#zqovek', '[data-testid="zqovek"]', 'zqovek'].map((css, index) => ({
    ...click,
    n: 30 + index,
    target: click.target && { ...click.target, locators: [{ kind: 'id' as const, css, matches: 1, positional: false }] },
  }))
  await speak(scene, 'listed.localhost', [{ type: 'actions', document: DOCUMENT, actions: [...bad, ...paths, ...locators], counts: {} }])
  expect((await drafts(scene)).length).toBe(before)
  await speak(scene, 'listed.localhost', [
    {
      type: 'actions',
      document: DOCUMENT,
      actions: [
        { ...named('Save', 40), target: click.target && { ...click.target, name: 'Save', locators: [], anchor: null, shadow: [] } },
      ],
      counts: {},
    },
  ])
  expect((await drafts(scene)).length).toBe(before + 1)
})

test('frames of a page that is not listed record nothing: listed ones, srcdoc and blank ones', async ({ scene }) => {
  const { tab, sites } = scene
  await inForce(scene, 1)
  await tab.goto(sites.url('unlisted.localhost/frames'))
  await tab.frameLocator('#a').locator('#done').click()
  await tab.frameLocator('#b').locator('#x').click()
  await tab.locator('h1').click()
  await arrive(scene, 'listed.localhost/')
  const all = await drafts(scene)
  expect(all.map(({ kind }) => kind)).toEqual(['nav'])
})

test('a content script can read neither the queue of records nor what the worker remembers', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  const tried = await scene.launched
    .inExtension(`chrome.tabs.query({ url: 'http://listed.localhost/*' }).then(([tab]) => chrome.scripting.executeScript({ target: { tabId: tab.id }, func: async () => {
    const session = await Promise.resolve().then(() => chrome.storage.session.get(null)).then(() => 'read', () => 'refused')
    return [session, (await indexedDB.databases()).map(({ name }) => name)]
  } })).then(([{ result }]) => result)`)
  expect(tried).toEqual(['refused', []])
})

test('another extension is not heard', async ({ extension, options }) => {
  const folder = temporaryFolder('toy')
  const source = join(folder.path, 'source')
  mkdirSync(source)
  writeToyExtension(source)
  const toy = await publish(await packExtension(source, folder.path, { key: join(folder.path, 'key.pem') }))
  const scene = await openScene(extension, {
    ...options,
    launch: { extraPolicy: { ExtensionInstallForcelist: [`${toy.id};${toy.updateUrl}`] } },
  })
  try {
    const { context, extensionId } = scene.launched
    const ours = (url: string) => url.startsWith(`chrome-extension://${toy.id}/`)
    const worker =
      context.serviceWorkers().find((each) => ours(each.url())) ?? (await context.waitForEvent('serviceworker', (each) => ours(each.url())))
    await inForce(scene, 1)
    for (const message of [
      hello(),
      delivery(scene.sites.url('listed.localhost')),
      guard,
      { type: 'status', tab: null },
      { type: 'pause', minutes: 60 },
    ]) {
      const heard = await worker.evaluate(
        `chrome.runtime.sendMessage('${extensionId}', ${JSON.stringify(message)}).then((answer) => ({ answer: answer ?? null }), () => 'nobody')`,
      )
      expect(['nobody', { answer: null }]).toContainEqual(heard)
    }
    expect(await stored(scene)).toEqual(NOTHING)
    const status = await scene.launched.inExtension(`chrome.runtime.sendMessage({ type: 'status', tab: null })`)
    expect(z.looseObject({ pausedUntil: z.null() }).safeParse(status).success).toBe(true)
  } finally {
    await scene.close()
    await toy.close()
    folder.remove()
  }
})
