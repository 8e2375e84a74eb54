/** Browsers that enrol with a join secret and deliver with a key of their own, over HTTP. */
import { describe, expect, test } from 'vitest'
import { aBatch } from '../../fixtures/batch.ts'
import { aListeningCollector } from '../flush/loopback.ts'
import { rowsOf } from './collector.ts'
import { JOIN_SECRET } from './delivery.ts'
import { aBrowser, aClockedCollector, anEnrolledBrowser } from './enrolled.ts'

const DAY_MS = 86_400_000
const OTHER_SECRET = 'another-join-secret-0123456789'

describe('enrolling', () => {
  test('takes a key once, however often it is asked to, and says so in the audit chain, by day', async () => {
    const { url, dir, clock } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    expect(await browser.enrol()).toMatchObject({ status: 200, body: { id: browser.id } })
    const day = new Date(clock.now).toISOString().slice(0, 10)
    expect(rowsOf(dir, 'SELECT id, key, day, revoked FROM credential')).toEqual([{ id: browser.id, key: browser.key, day, revoked: null }])
    expect(rowsOf(dir, 'SELECT at, what, detail FROM audit')).toEqual([
      { at: Date.parse(day), what: 'enrol', detail: JSON.stringify({ credential: browser.id }) },
    ])
  })

  test.each([
    ['another secret', 'wrong-join-secret-0123456789'],
    ['no secret', ''],
  ])('with %s is refused, and nothing is kept', async (_, secret) => {
    const { url, dir } = await aClockedCollector()
    const browser = await aBrowser(url)
    expect(await browser.enrol(secret)).toMatchObject({ status: 401, body: { error: 'join-secret', field: 'Authorization' } })
    expect(rowsOf(dir, 'SELECT * FROM credential')).toEqual([])
  })

  test('takes each of two secrets while one replaces the other, and only the new one afterwards; who was in stays in', async () => {
    const both = await aClockedCollector({ joins: [JOIN_SECRET, OTHER_SECRET] })
    const [old, late] = [await anEnrolledBrowser(both.url), await aBrowser(both.url)]
    expect(await late.enrol(OTHER_SECRET)).toMatchObject({ status: 201 })

    const { url } = await aListeningCollector({ dir: both.dir, joins: [OTHER_SECRET] })
    expect(await (await aBrowser(url)).enrol(JOIN_SECRET)).toMatchObject({ status: 401, body: { error: 'join-secret' } })
    expect(await (await aBrowser(url)).enrol(OTHER_SECRET)).toMatchObject({ status: 201 })
    const token = await old.token()
    expect(await old.deliver(aBatch(), token)).toMatchObject({ status: 201 })
  })

  test('a key of somebody else cannot be enrolled', async () => {
    const { url, dir } = await aClockedCollector()
    const [mine, theirs] = [await aBrowser(url), await aBrowser(url)]
    expect(await theirs.enrol(JOIN_SECRET, { by: mine.privateKey })).toMatchObject({ status: 401, body: { error: 'proof' } })
    expect(rowsOf(dir, 'SELECT * FROM credential')).toEqual([])
  })

  test('has to be done again after 40 days, with a secret of that time', async () => {
    const { url, clock } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const token = await browser.token()
    clock.now += 40 * DAY_MS
    expect(await browser.token()).not.toBe(token)
    clock.now += DAY_MS
    expect(await browser.ask(null)).toMatchObject({ status: 401, body: { error: 'credential' } })
    expect(await browser.enrol()).toMatchObject({ status: 201 })
  })

  test('more than 600 new keys in a minute are told to wait, and those that are known go on', { timeout: 60_000 }, async () => {
    const { url, clock } = await aClockedCollector()
    const first = await anEnrolledBrowser(url)
    const browsers = await Promise.all(Array.from({ length: 600 }, () => aBrowser(url)))
    const answers = []
    for (const browser of browsers) answers.push(await browser.enrol())
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(599)
    const refused = answers.find(({ status }) => status !== 201)
    expect(refused).toMatchObject({ status: 429, body: { error: 'rate' } })
    expect(refused?.headers.get('retry-after')).toBe('60')
    expect(await first.enrol()).toMatchObject({ status: 200 })
    clock.now += 60_000
    expect(await (await aBrowser(url)).enrol()).toMatchObject({ status: 201 })
  })
})

describe('a token', () => {
  test('is given for the answer to a challenge, and delivers what is signed with the key', async () => {
    const { url, stored } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const answer = await browser.ask(await browser.challenge())
    expect(answer).toMatchObject({ status: 200, body: { id: browser.id, seconds: 3600, revoked: false } })
    expect(await browser.deliver(aBatch(), await browser.token())).toMatchObject({ status: 201 })
    expect(stored().length).toBeGreaterThan(0)
  })

  test('is given once for a challenge: a proof that is sent again is refused', async () => {
    const { url } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const challenge = await browser.challenge()
    expect(await browser.ask(challenge)).toMatchObject({ status: 200 })
    expect(await browser.ask(challenge)).toMatchObject({ status: 401, body: { error: 'challenge' } })
  })

  test.each<[string, (made: string) => string]>([
    ['that is a minute old', (made) => made],
    ['that nobody gave', () => 'challenge.0.9999999999.0000000000000000000000000000000000000000000'],
    ['whose end was moved', (made) => made.replace(/\.\d{10}\./, '.9999999999.')],
    ['that is no challenge at all', () => 'x'],
  ])('is not given for a challenge %s', async (name, change) => {
    const { url, clock } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const challenge = change(await browser.challenge())
    if (name.includes('minute')) clock.now += 60_000
    expect(await browser.ask(challenge)).toMatchObject({ status: 401, body: { error: 'challenge' } })
  })

  test('is not given to who has another key', async () => {
    const { url } = await aClockedCollector()
    const [browser, other] = [await anEnrolledBrowser(url), await anEnrolledBrowser(url)]
    const challenge = await browser.challenge()
    expect(await browser.ask(challenge, { by: other.privateKey })).toMatchObject({ status: 401, body: { error: 'proof' } })
    // Nor is the challenge spent by who could not answer it.
    expect(await browser.ask(challenge)).toMatchObject({ status: 200 })
  })

  test('is asked for in vain by who has not enrolled', async () => {
    const { url } = await aClockedCollector()
    expect(await (await aBrowser(url)).ask(null)).toMatchObject({ status: 401, body: { error: 'credential' } })
  })

  test('ends after an hour, also across a restart of the collector', async () => {
    const { url, dir, clock } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const token = await browser.token()
    clock.now += 3_599_000
    expect(await browser.deliver(aBatch(), token)).toMatchObject({ status: 201 })
    const again = await aListeningCollector({ dir, now: () => clock.now })
    expect(await read(again.url, await browser.toDeliver(aBatch(), token))).toBe(201)
    clock.now += 1000
    expect(await browser.deliver(aBatch(), token)).toMatchObject({ status: 401, body: { error: 'token' } })
  })

  test('that is stolen delivers nothing: not without a proof, with another key, for another address or another body', async () => {
    const { url, dir } = await aClockedCollector()
    const [browser, thief] = [await anEnrolledBrowser(url), await anEnrolledBrowser(url)]
    const token = await browser.token()
    const batch = aBatch()
    const proof = { status: 401, body: { error: 'proof', field: 'Waymark-Proof' } }
    expect(await thief.deliver(batch, token)).toMatchObject(proof)
    expect(await browser.deliver(batch, token, { headers: { 'waymark-proof': '' } })).toMatchObject(proof)
    expect(await browser.deliver(batch, token, { as: '/v1/erasures' })).toMatchObject(proof)
    const [taken, other] = [await browser.toDeliver(batch, token), await thief.toDeliver(aBatch(), token)]
    expect(await browser.send('/v1/batches', { ...taken, body: other.body })).toMatchObject({
      status: 400,
      body: { error: 'content-digest' },
    })
    const { 'waymark-proof': signature } = taken.headers
    expect(await browser.send('/v1/batches', { ...other, headers: { ...other.headers, 'waymark-proof': signature } })).toMatchObject(proof)
    const moved = token.replace(browser.id, thief.id)
    expect(await thief.deliver(batch, moved)).toMatchObject({ status: 401, body: { error: 'token' } })
    expect(rowsOf(dir, 'SELECT id FROM batch')).toEqual([])
  })

  test('with a proof that is sent again stores nothing twice', async () => {
    const { url, dir } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const request = await browser.toDeliver(aBatch(), await browser.token())
    expect(await browser.send('/v1/batches', request)).toMatchObject({ status: 201 })
    expect(await browser.send('/v1/batches', request)).toMatchObject({ status: 200, body: { status: 'duplicate' } })
    expect(rowsOf(dir, 'SELECT count(*) AS count FROM batch')).toEqual([{ count: 1 }])
  })

  test('reads nothing, wherever it is shown', async () => {
    const { url } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const token = await browser.token()
    const batch = aBatch()
    await browser.deliver(batch, token)
    const headers = { authorization: `Bearer ${token}` }
    for (const path of ['/v1/batches', `/v1/batches/${batch.id}`, '/v1/enrol', '/v1/token', '/v1/credentials', '/v1/erasures', '/']) {
      const answer = await fetch(`${url}${path}`, { headers })
      expect([404, 405]).toContain(answer.status)
      expect(await answer.text()).not.toContain(batch.sequences[0]?.id)
    }
  })
})

test('nothing that is kept ties a browser to what it sent', async () => {
  const { url, dir, clock } = await aClockedCollector()
  const browser = await anEnrolledBrowser(url)
  const batch = aBatch()
  clock.now += 1234
  await browser.deliver(batch, await browser.token())
  const tables = rowsOf(dir, "SELECT name FROM sqlite_schema WHERE type = 'table'").flatMap((row) => Object.values(row))
  const holding = (...values: (string | undefined)[]) =>
    tables.filter((table) => values.some((value) => JSON.stringify(rowsOf(dir, `SELECT * FROM ${table}`)).includes(value ?? '')))
  const [about, sent] = [holding(browser.id, browser.key), holding(batch.device, batch.id, batch.sequences[0]?.id)]
  expect(about.toSorted()).toEqual(['audit', 'credential'])
  expect(sent).toContain('batch')
  expect(sent.filter((table) => about.includes(table))).toEqual([])
  // Nor does a time: whoever enrolled is known by the day, which begins before the second at which anything was sent.
  expect(JSON.stringify([rowsOf(dir, 'SELECT * FROM audit'), rowsOf(dir, 'SELECT * FROM credential')])).not.toContain(
    String(clock.now).slice(0, 10),
  )
})

async function read(url: string, request: RequestInit) {
  return (await fetch(`${url}/v1/batches`, request)).status
}
