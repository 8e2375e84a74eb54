import { describe, expect, test, vi } from 'vitest'
import { heldFile, listIsUnheard, look, lookOf, nextLook, noteHeard, spreadLook, take } from '../../../lib/control/list-file.ts'
import { isExpired, stateOf } from '../../../lib/control/state.ts'
import { resolvePolicy, type Resolution } from '../../../lib/policy/resolve.ts'
import { readState } from '../../../lib/store/state.ts'
import { aSigner } from '../../fixtures/signed-list.ts'
import { aServer } from '../flush/loopback.ts'
import { GOOD, isPublicSuffix } from '../policy/suffix-list.ts'
import { abortAt } from '../store/abort-at.ts'
import { emptyDatabase } from '../store/empty-database.ts'

const MINUTE = 60_000
const NOW = Date.parse('2030-01-01T00:00:00Z')
const URL_OF_FILE = 'https://lists.example.com/allowlist.json'
const signer = aSigner()
const site = (match: string) => ({ match, text: 'interface' as const, context: 'actions' as const, unmask: [], phrases: [], routes: [] })
const signed = (version: number, match = 'https://wiki.example.com/*', expires = NOW + 60 * MINUTE) =>
  signer.signed({ sites: [site(match)] }, { version, expires })

/** A worker's view: a store, and the policy that names a file; `arrives` is what a look at the server brought. */
async function aWorker(publicKey = signer.publicKey) {
  const db = await emptyDatabase()
  const resolve = async (key = publicKey, url = URL_OF_FILE): Promise<Resolution> =>
    resolvePolicy({ ...GOOD, recording: { file: { url, publicKey: key } } }, isPublicSuffix, await heldFile(db, isPublicSuffix))
  const arrives = async (text: string, { now = NOW, key = publicKey, etag = null as string | null } = {}) =>
    take(
      { db, resolution: await resolve(key) },
      { pointer: { url: URL_OF_FILE, publicKey: key }, fetched: { kind: 'file', text, etag } },
      isPublicSuffix,
      now,
    )
  const version = async (key = publicKey) => {
    const resolution = await resolve(key)
    return resolution.kind === 'ready' ? resolution.policy.file?.version : null
  }
  const problems = async (key = publicKey) => (await lookOf(db, await resolve(key)))?.problems.map(({ code }) => code)
  return { db, resolve, arrives, version, problems }
}

describe('a file that comes', () => {
  test('is in force from its commit on, and recorders are to be told once', async () => {
    const { db, arrives, version } = await aWorker()
    expect([await version(), await listIsUnheard(db)]).toEqual([null, false])
    expect(await arrives(signed(3))).toBe(true)
    expect([await version(), await listIsUnheard(db)]).toEqual([3, true])
    await noteHeard(db)
    expect([await listIsUnheard(db), await arrives(signed(4)), await version()]).toEqual([false, true, 4])
  })

  test('changes nothing where it is the same as before', async () => {
    const { arrives, version, problems } = await aWorker()
    const text = signed(3)
    expect([await arrives(text), await arrives(text), await version(), await problems()]).toEqual([true, false, 3, []])
  })

  test.each<[string, string, number]>([
    ['list-older', signed(2), NOW],
    ['list-same-version', signed(3, 'https://mail.example.com/*'), NOW],
    ['list-expired', signed(4), NOW + 60 * MINUTE],
    ['list-signature', aSigner().signed({ sites: [site('https://mail.example.com/*')] }, { version: 4 }), NOW],
    ['list-envelope', '<!doctype html>', NOW],
  ])('and is refused (%s) leaves the one before in force, and says why', async (code, text, now) => {
    const { db, arrives, version, problems } = await aWorker()
    await arrives(signed(3), { etag: '"three"' })
    const before = await readState(db.transaction('state').store, 'list')
    expect(await arrives(text, { now, etag: '"other"' })).toBe(false)
    expect([await version(), await problems(), await readState(db.transaction('state').store, 'list')]).toEqual([3, [code], before])
    // The server is asked for what is in force, not for what was refused.
    expect(await readState(db.transaction('state').store, 'listLook')).toMatchObject({ etag: '"three"', attempts: 1, goodAt: NOW })
  })

  test('under another key begins anew, and the first key keeps its lowest version', async () => {
    const other = aSigner()
    const { arrives, version, problems } = await aWorker()
    await arrives(signed(7))
    const key = other.publicKey
    expect(await version(key)).toBeNull()
    expect(
      await arrives(other.signed({ sites: [site('https://wiki.example.com/*')] }, { version: 1, expires: NOW + MINUTE }), { key }),
    ).toBe(true)
    expect([await version(key), await version()]).toEqual([1, null])
    expect([await arrives(signed(6)), await problems(), await version()]).toEqual([false, ['list-older'], null])
    expect([await arrives(signed(7)), await version()]).toEqual([true, 7])
  })

  test('is of no interest where the policy names another one meanwhile', async () => {
    const { db, resolve, version } = await aWorker()
    const fetched = { kind: 'file', text: signed(3), etag: null } as const
    for (const pointer of [
      { url: URL_OF_FILE, publicKey: aSigner().publicKey },
      { url: `${URL_OF_FILE}?2`, publicKey: signer.publicKey },
    ])
      expect(await take({ db, resolution: await resolve() }, { pointer, fetched }, isPublicSuffix, NOW)).toBe(false)
    expect(
      await take(
        { db, resolution: resolvePolicy(GOOD, isPublicSuffix) },
        { pointer: { url: URL_OF_FILE, publicKey: signer.publicKey }, fetched },
        isPublicSuffix,
        NOW,
      ),
    ).toBe(false)
    expect(await version()).toBeNull()
  })

  test('that a dying worker did not commit is not in force, and no version is used up', async () => {
    const { db, arrives, version } = await aWorker()
    let steps = 0
    for (let struck = true; struck; steps++) {
      const abort = abortAt(steps + 1)
      const taken = await arrives(signed(3)).catch(() => null)
      struck = abort.struck()
      abort.restore()
      if (struck)
        expect([taken, await version(), await readState(db.transaction('state').store, 'listFloors')]).toEqual([null, null, undefined])
    }
    // At seven places.
    expect([steps > 5, await version()]).toEqual([true, 3])
  })
})

describe('what a browser shows', () => {
  const facts = (resolution: Resolution, list?: { problems: []; goodAt: null }) => ({
    resolution,
    pause: undefined,
    consent: undefined,
    list,
  })
  test('is not set up before the first file, and attention where none can be had', async () => {
    const { db, resolve, arrives } = await aWorker()
    expect(stateOf(facts(await resolve()), NOW)).toBe('not-set-up')
    await arrives('x')
    expect(stateOf({ ...facts(await resolve()), list: await lookOf(db, await resolve()) }, NOW)).toBe('attention')
  })

  test('is attention from the moment a file expires, whatever else holds', async () => {
    const { resolve, arrives } = await aWorker()
    await arrives(signed(3))
    const resolution = await resolve()
    expect(isExpired({ resolution }, NOW + 60 * MINUTE - 1)).toBe(false)
    expect(isExpired({ resolution }, NOW + 60 * MINUTE)).toBe(true)
    expect(stateOf({ ...facts(resolution), consent: { given: true } }, NOW + 60 * MINUTE)).toBe('attention')
  })
})

describe('the next look', () => {
  const spanOf = (at: number | null) => (at === null ? null : Math.round((at - NOW) / MINUTE))

  test('is at once for a file that was never looked for, and never where none is named', async () => {
    const { db, resolve } = await aWorker()
    expect(await nextLook(db, await resolve(), NOW)).toBe(NOW)
    expect(await nextLook(db, resolvePolicy(GOOD, isPublicSuffix), NOW)).toBeNull()
  })

  test.each([
    [0, 45],
    [1, 75],
  ])('is about an hour after a good one (chance %i: %i min)', async (chance, wait) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    const { db, resolve, arrives } = await aWorker()
    await arrives(signed(3))
    expect(spanOf(await nextLook(db, await resolve(), NOW))).toBe(wait)
    // Another address is looked at at once.
    expect(await nextLook(db, await resolve(undefined, `${URL_OF_FILE}?2`), NOW)).toBe(NOW)
    vi.restoreAllMocks()
  })

  test('is within a quarter of an hour after a bad one, however often', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { db, resolve, arrives } = await aWorker()
    const waits: (number | null)[] = []
    for (let i = 0; i < 12; i++) {
      await arrives('x')
      waits.push(((await nextLook(db, await resolve(), NOW)) ?? 0) - NOW)
    }
    expect(waits.slice(0, 3)).toEqual([1 * MINUTE, 2 * MINUTE, 4 * MINUTE])
    expect(waits.at(-1)).toBe(15 * MINUTE)
    vi.restoreAllMocks()
  })

  test('is at once where a clock was ahead when it was set', async () => {
    const { db, resolve, arrives } = await aWorker()
    await arrives(signed(3))
    expect(await nextLook(db, await resolve(), NOW - 120 * MINUTE)).toBe(NOW - 120 * MINUTE)
  })

  test('is in the first minute of a browser that starts, or when it was due', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const { db, resolve, arrives } = await aWorker()
    await arrives(signed(3))
    await spreadLook(db, await resolve(), NOW + 90 * MINUTE)
    expect(spanOf(await nextLook(db, await resolve(), NOW + 90 * MINUTE))).toBe(91)
    await spreadLook(db, await resolve(), NOW)
    expect(spanOf(await nextLook(db, await resolve(), NOW + 90 * MINUTE))).toBe(91)
    vi.restoreAllMocks()
  })
})

test('the ETag that is asked for is that of the file that is held', async () => {
  const { url, received } = await aServer((response) => void response.writeHead(404).end())
  const { db } = await aWorker()
  const resolved = async () =>
    resolvePolicy(
      { ...GOOD, recording: { file: { url, publicKey: signer.publicKey } } },
      isPublicSuffix,
      await heldFile(db, isPublicSuffix),
    )
  await look(db, await resolved())
  const pointer = { url, publicKey: signer.publicKey }
  await take(
    { db, resolution: await resolved() },
    { pointer, fetched: { kind: 'file', text: signed(3), etag: '"3"' } },
    isPublicSuffix,
    NOW,
  )
  await look(db, await resolved())
  // A file that cannot be read any more is fetched whole.
  await db.delete('state', 'list')
  await look(db, await resolved())
  expect(received.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"3"', undefined])
})
