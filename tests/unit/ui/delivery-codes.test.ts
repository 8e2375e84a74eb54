import { expect, test } from 'vitest'
import { judge } from '../../../lib/flush/answer.ts'
import { knownDelivery } from '../../../lib/ui/delivery-codes.ts'

const ID = '0191e7a0-0000-7000-8000-000000000000'
const BODIES = [undefined, { id: ID }, ...['clock', 'revoked', 'erased', 'other'].map((error) => ({ error, field: null, id: ID }))]

/** Every code with which a delivery can end that a collector answers, or does not. */
function codes(): string[] {
  const statuses = Array.from({ length: 500 }, (_, place) => 100 + place)
  const answers = statuses.flatMap((status) => BODIES.map((body) => ({ status, retryAfter: null, body })))
  return [...answers, 'unreachable' as const, 'timeout' as const].flatMap((answer) => {
    const verdict = judge(ID, answer, 0, 0)
    if (verdict.kind === 'order') return [verdict.order === 'stop' ? 'revoked' : 'erased']
    if (verdict.kind === 'unauthorized') return ['unauthorized']
    return 'code' in verdict ? [verdict.code] : []
  })
}

test('whatever a collector answers, there are words for it', () => {
  const met = [...new Set(codes())]
  expect(met).toEqual(expect.arrayContaining(['clock', 'revoked', 'erased', 'refused-400', 'refused-422', 'status-500']))
  expect(met.filter((code) => knownDelivery(code) === null)).toEqual([])
})

test('there are words for a join secret that is not taken, and none that blame a token for it', () => {
  expect(knownDelivery('join-secret')).toBe('join-secret')
})

test('a code of a version to come has none', () => {
  expect(knownDelivery('moon-phase')).toBeNull()
})
