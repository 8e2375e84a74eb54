/** Deleted means gone from the browser's files, in both ways Chromium has of storing IndexedDB. */
import { expect, test } from '@playwright/test'
import { launchWithPolicy, type Launched } from '../../scripts/browser/launch.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { filesWith, piecesOf, randomBody, randomText } from './bytes-in-files.ts'
import { publishDeleting } from './deleting-extension.ts'

let deleting: Awaited<ReturnType<typeof publishDeleting>>
test.beforeAll(async () => {
  deleting = await publishDeleting()
})
test.afterAll(async () => {
  await deleting.close()
})

type Browser = { launched: Launched; call: (name: string, ...values: unknown[]) => Promise<unknown>; start: () => Promise<void> }

async function withProfile(args: string[], use: (browser: Browser, files: (pieces: Buffer[]) => string[]) => Promise<void>): Promise<void> {
  const profile = temporaryFolder('profile')
  const launch = () => launchWithPolicy({ extension: deleting.extension, policy: null, userDataDir: profile.path, args })
  const browser: Browser = {
    launched: await launch(),
    call: async (name, ...values) => (await browser.launched.worker()).evaluate(`deleting.${name}(...${JSON.stringify(values)})`),
    start: async () => {
      browser.launched = await launch()
    },
  }
  try {
    await use(browser, (pieces) => filesWith(profile.path, pieces))
  } finally {
    await browser.launched.close()
    profile.remove()
  }
}

const secrets = () => Array.from({ length: 20 }, () => randomText())

for (const [engine, args] of [
  ['tables and a log', []],
  ['a file for each database', ['--enable-features=IdbSqliteBackingStore']],
] as const) {
  test(`stored in ${engine}: a deleted record leaves no byte, its neighbours stay`, async () => {
    await withProfile([...args], async ({ call, launched }, files) => {
      const kept = secrets()
      await call('write', 'kept', kept)
      // Each round finds what the rounds before have made of the tables.
      for (const size of [1_000, 20_000, 100_000]) {
        const [deleted, body] = [secrets(), randomBody(size)]
        const pieces = piecesOf(...deleted, body)
        await call('write', 'deleted', deleted, body.toString('base64'))
        expect(files(pieces)).not.toEqual([])
        await call('markScrub', 'records')
        await call('forget', 'deleted')
        await call('scrub')
        await expect.poll(() => files(pieces)).toEqual([])
        expect(await call('texts', 'kept')).toEqual(kept)
      }
      // What has moved is deleted as well as what has not.
      await call('markScrub', 'records')
      await call('forget', 'kept')
      await call('scrub')
      await expect.poll(() => files(piecesOf(...kept))).toEqual([])
      await launched.close()
      expect(files(piecesOf(...kept))).toEqual([])
    })
  })

  test(`stored in ${engine}: a browser killed after deleting scrubs at its next start`, async () => {
    await withProfile([...args], async (browser, files) => {
      const [kept, deleted] = [secrets(), secrets()]
      await browser.call('write', 'kept', kept)
      await browser.call('write', 'deleted', deleted)
      await browser.call('markScrub', 'records')
      await browser.call('forget', 'deleted')
      await browser.launched.crash()
      expect(files(piecesOf(...deleted))).not.toEqual([])
      await browser.start()
      expect(await browser.call('texts', 'kept')).toEqual(kept)
      await expect.poll(() => files(piecesOf(...deleted))).toEqual([])
    })
  })
}

test('a cleared storage.local leaves no byte of what was removed, and keeps what was written meanwhile', async () => {
  await withProfile([], async ({ call, launched }, files) => {
    const [removed, late] = [randomText(3000), randomText(3000)]
    await launched.inExtension(`chrome.storage.local.set({ removed: '${removed}' })`)
    expect(files(piecesOf(removed))).not.toEqual([])
    await launched.inExtension(`chrome.storage.local.remove('removed').then(() => chrome.storage.local.set({ late: '${late}' }))`)
    await call('clearLocal')
    await expect.poll(() => files(piecesOf(removed))).toEqual([])
    expect(await launched.inExtension('chrome.storage.local.get()')).toEqual({ late })
  })
})
