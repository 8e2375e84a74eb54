import { describe, expect, test } from 'vitest'
import { judge, receiptIn, type Answer } from '../../../lib/flush/answer.ts'
import { NOON } from '../../fixtures/draft.ts'

const ID = '0192f7c4-0000-7000-8000-000000000000'
const REFUSAL = { error: 'schema', field: 'id', message: '' }

const verdict = (status: number, body?: unknown, retryAfter: string | null = null) => judge(ID, { status, body, retryAfter }, NOON, 0)
const retry = (code: string, waitMs: number | null = null) => ({ kind: 'retry', code, waitMs })

describe('a batch counts as delivered', () => {
  test.each([200, 201])('only where the answer %i names it', (status) => {
    expect(verdict(status, { id: ID, status: 'stored' })).toEqual({ kind: 'delivered' })
    for (const body of [undefined, null, '', ID, [ID], {}, { id: ID.toUpperCase() }, { id: null }, { ids: [ID] }, { batch: ID }]) {
      expect(verdict(status, body)).toEqual(retry('not-a-collector'))
    }
  })

  test.each([202, 203, 204, 206, 226])('never by the answer %i, whatever it says', (status) => {
    expect(verdict(status, { id: ID })).toEqual(retry(`status-${status}`))
  })
})

describe('a batch is parked', () => {
  test.each([400, 409, 415, 422])('by the answer %i of a collector, and by no other program', (status) => {
    expect(verdict(status, REFUSAL)).toEqual({ kind: 'park', code: `refused-${status}` })
    for (const body of [undefined, null, 'error', {}, { error: 5 }, { message: 'Bad Request' }, { error: 'Request Entity Too Large' }]) {
      expect(verdict(status, body)).toEqual(retry('not-a-collector'))
    }
  })
})

describe('a batch is tried again', () => {
  const quarter = 15 * 60_000
  test.each<[string, Answer | 'unreachable' | 'timeout', object]>([
    ['after a silence', 'timeout', retry('timeout')],
    ['where nobody was there', 'unreachable', retry('unreachable')],
    ['when the token is mended', { status: 401, body: REFUSAL, retryAfter: null }, { kind: 'unauthorized', code: 'unauthorized' }],
    ['when one of two clocks is right', { status: 422, body: { ...REFUSAL, error: 'clock' }, retryAfter: null }, retry('clock', quarter)],
    ['where something is gone that nobody knows', { status: 410, body: REFUSAL, retryAfter: null }, retry('wrong-address', quarter)],
    ['when it is permitted', { status: 403, body: REFUSAL, retryAfter: '5' }, retry('unauthorized', quarter)],
    ['when the address is mended', { status: 404, body: REFUSAL, retryAfter: null }, retry('wrong-address', quarter)],
    ['when the method is known', { status: 405, body: undefined, retryAfter: null }, retry('wrong-address', quarter)],
    ['when we are new enough', { status: 426, body: undefined, retryAfter: null }, retry('wrong-address', quarter)],
    ['when the collector has time', { status: 503, body: REFUSAL, retryAfter: '30' }, retry('busy', 30_000)],
    ['when it has time, which it does not say', { status: 503, body: undefined, retryAfter: null }, retry('busy')],
    ['when we have sent less', { status: 429, body: undefined, retryAfter: '7' }, retry('busy', 7000)],
    ['after a fault', { status: 500, body: REFUSAL, retryAfter: null }, retry('status-500')],
    ['after a fault of a proxy', { status: 502, body: undefined, retryAfter: '90' }, retry('status-502', 90_000)],
    ['after a slow line', { status: 408, body: undefined, retryAfter: null }, retry('status-408')],
    ['after an answer of nobody we know', { status: 418, body: { id: ID, error: 'x' }, retryAfter: null }, retry('status-418')],
    ['after a redirect', { status: 302, body: { id: ID }, retryAfter: null }, retry('status-302')],
  ])('%s', (_, answer, expected) => {
    expect(judge(ID, answer, NOON, 0)).toEqual(expected)
  })
})

test('a wish to wait is stretched for each browser by another bit', () => {
  const answer = { status: 503, body: undefined, retryAfter: '100' }
  expect([0, 0.5, 1].map((random) => judge(ID, answer, NOON, random))).toEqual([100_000, 110_000, 120_000].map((ms) => retry('busy', ms)))
})

test('what is too large is halved, whoever says so', () => {
  for (const body of [REFUSAL, undefined, '<html>']) expect(verdict(413, body)).toEqual({ kind: 'halve' })
})

test('a refusal that names a sequence is of that sequence', () => {
  const naming = (field: string | null) => verdict(422, { error: 'schema', field, message: '' })
  expect(naming('sequences.3.actions.17.kind')).toEqual({ kind: 'isolate', index: 3, code: 'refused-422' })
  expect(naming('sequences.0')).toEqual({ kind: 'isolate', index: 0, code: 'refused-422' })
  for (const field of ['sequences', 'device', 'sequences.x.actions', null])
    expect(naming(field)).toEqual({ kind: 'park', code: 'refused-422' })
})

describe('an order', () => {
  test.each([
    [403, 'revoked', 'stop'],
    [410, 'erased', 'purge'],
  ])('%i is one only of whoever has read the batch and says %s', (status, error, order) => {
    expect(verdict(status, { error, field: 'device', message: '', id: ID })).toEqual({ kind: 'order', order })
    for (const body of [
      { error, field: 'device', message: '' },
      { error, field: 'device', id: 'x' },
      { error: 'x', field: null, id: ID },
      undefined,
    ])
      expect(verdict(status, body).kind).toBe('retry')
  })
})

describe('a receipt', () => {
  const HASH = 'a'.repeat(64)
  const body = { id: ID, erased: 3, remembered: 3, day: '2026-01-05', entry: 7, receipt: HASH }
  test('names the request, a day, an entry of the audit and its hash', () => {
    expect(receiptIn(ID, { status: 200, body, retryAfter: null })).toEqual({
      erased: 3,
      receipt: { day: '2026-01-05', entry: 7, hash: HASH },
    })
  })
  test.each([
    [200, { ...body, id: 'x' }],
    [201, body],
    [200, { ...body, day: 'today' }],
    [200, { ...body, entry: '7' }],
    [200, { ...body, receipt: 'A' }],
    [200, undefined],
    [404, body],
  ])('is none where the answer is %i %j', (status, given) => {
    expect(receiptIn(ID, { status, body: given, retryAfter: null })).toBeNull()
  })
  test('is none where nobody answered', () => {
    expect([receiptIn(ID, 'timeout'), receiptIn(ID, 'unreachable')]).toEqual([null, null])
  })
})
