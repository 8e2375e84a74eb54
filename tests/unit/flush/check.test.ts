import { expect, test } from 'vitest'
import { check, checkIn } from '../../../lib/flush/check.ts'
import { TRACE_VERSION } from '../../../lib/trace/vocabulary.ts'
import { credentialsIn } from '../../../lib/store/credentials.ts'
import { admin } from '../collector/admin.ts'
import { aCollector } from '../collector/collector.ts'
import { JOIN_SECRET, TOKEN } from '../collector/delivery.ts'
import { emptyDatabase } from '../store/empty-database.ts'
import { joining } from './filled-queue.ts'
import { aListeningCollector, aServer, answering } from './loopback.ts'

const NOW = 1_767_614_400_000
const DAY = 86_400_000
const says = (body: unknown, status = 200) => checkIn({ status, retryAfter: null, body }, NOW - 100, NOW + 100)
const ok = (change: object = {}) => ({ status: 'ok', revoked: false, now: NOW, version: TRACE_VERSION, ...change })

test('a collector that takes the token says so, and how the clocks differ', () => {
  expect(says(ok())).toEqual({ code: null, behindMs: 0, version: TRACE_VERSION })
  expect(says(ok({ now: NOW + 90_000 }))).toEqual({ code: null, behindMs: 90_000, version: TRACE_VERSION })
})

test.each<[string, unknown, number, string]>([
  ['a sign-in page', undefined, 200, 'not-a-collector'],
  ['something else that says ok', { status: 'ok' }, 200, 'not-a-collector'],
  ['a collector of another version', ok({ version: TRACE_VERSION + 1 }), 200, 'version'],
  ['a collector whose clock is more than a day behind', ok({ now: NOW - DAY - 1000 }), 200, 'clock'],
  ['a collector that has revoked this browser', ok({ revoked: true }), 200, 'revoked'],
  ['a refused token', { error: 'token', field: null }, 401, 'unauthorized'],
  ['a proxy that forbids it', undefined, 403, 'unauthorized'],
  ['an older collector, or another address', { error: 'path', field: null }, 404, 'wrong-address'],
  ['a busy one', undefined, 503, 'busy'],
  ['a broken one', undefined, 500, 'status-500'],
  ['an answer that belongs to deliveries', undefined, 413, 'status-413'],
])('%s is told apart', (_, body, status, code) => {
  expect(says(body, status).code).toBe(code)
})

test('no answer is told by its kind', () => {
  expect(checkIn('timeout', NOW, NOW)).toEqual({ code: 'timeout', behindMs: null, version: null })
})

test('a collector is asked with the token, and nothing is sent to it', async () => {
  const asked: unknown[] = []
  const { url } = await aServer((response, request) => {
    asked.push([request.method, request.url, request.headers.authorization, request.body.toString()])
    return answering(200, ok({ now: Date.now() }))(response, request)
  })
  const { code, behindMs } = await check(await emptyDatabase(), { url, token: TOKEN })
  expect([code, Math.abs(behindMs ?? Infinity) < DAY]).toEqual([null, true])
  expect(asked).toEqual([['POST', '/v1/check', `Bearer ${TOKEN}`, '{"version":1}']])
})

test('the real collector answers whoever has its token, stores nothing and says nothing in its log', async () => {
  const { app, storage, lines } = aCollector({ now: () => NOW })
  const ask = (token: string, method = 'POST') =>
    app.request('/v1/check', {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{"version":1}' }),
    })
  const answer = await ask(TOKEN)
  expect([answer.status, await answer.json()]).toEqual([200, ok()])
  expect((await ask(`${TOKEN}x`)).status).toBe(401)
  expect((await ask(TOKEN, 'GET')).status).toBe(405)
  expect(storage.totals()).toEqual({ batches: 0, sequences: 0, actions: 0 })
  expect(lines).toEqual(['refused 401 token Authorization', 'refused 405 method'])
})

test('a browser with a key of its own enrols for it, is told when it is revoked, and when it is let in again', async () => {
  const { url, dir, stored } = await aListeningCollector()
  const db = await emptyDatabase()
  const { collector } = joining(url)
  expect(await check(db, collector)).toMatchObject({ code: null, version: TRACE_VERSION })
  const [credential] = await credentialsIn(db, url)
  for (const [command, code] of [
    ['revoke', 'revoked'],
    ['unrevoke', null],
  ] as const) {
    expect(admin(command, '--credential', credential!.id, '--data', dir).status).toBe(0)
    expect((await check(db, collector)).code).toBe(code)
  }
  expect((await check(db, { url, joinSecret: `${JOIN_SECRET}x` })).code).toBe(null)
  expect((await check(await emptyDatabase(), { url, joinSecret: `${JOIN_SECRET}x` })).code).toBe('join-secret')
  expect(stored()).toEqual([])
})
