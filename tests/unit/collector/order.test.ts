import { expect, test } from 'vitest'
import { misordered } from '../../../collector/order.ts'
import type { Action } from '../../../lib/trace/action.ts'
import { type ActionOf, aBatch, aRoute, aSequence, anAction, anEffect, inOrder } from '../../fixtures/batch.ts'
import { aCollector, read } from './collector.ts'
import { deliver } from './delivery.ts'

const clicks = (count: number) => inOrder(Array.from({ length: count }, () => anAction('click')))
const batchOf = (actions: Action[]) => aBatch({ sequences: [aSequence(), aSequence({ actions })] })
const changed = (place: number, change: Partial<ActionOf<'click'>>) =>
  clicks(4).map((action, index) => (index === place ? { ...action, ...change } : action))
const paste = (source: number) => inOrder<Action>([anAction('clip'), anAction('clip', { operation: 'paste', source })])

test('the default batch is in order, and so is a run of equal times', () => {
  expect(misordered(aBatch())).toBeNull()
  expect(misordered(batchOf(clicks(4).map((action) => ({ ...action, t: 700 }))))).toBeNull()
})

test.each<[string, number, Partial<ActionOf<'click'>>, string]>([
  ['a number left out', 2, { seq: 3 }, 'seq'],
  ['a number repeated', 2, { seq: 1 }, 'seq'],
  ['a beginning other than 0', 0, { seq: 1 }, 'seq'],
  ['a step back in time', 2, { t: 1400 }, 't'],
  ['a cause that is itself', 2, { causedBy: 2 }, 'causedBy'],
  ['a cause that comes later', 2, { causedBy: 3 }, 'causedBy'],
  ['an effect that is itself', 2, { effects: [anEffect({ action: 2 })] }, 'effects.0.action'],
  ['an effect that came before', 2, { effects: [anEffect(), anEffect({ action: 0 })] }, 'effects.1.action'],
  ['an effect past the end', 2, { effects: [anEffect({ action: 4 })] }, 'effects.0.action'],
  ['another origin in the top document', 2, { route: aRoute({ origin: 'https://other.example.com' }) }, 'route.origin'],
])('%s is found', (_, place, change, field) => {
  expect(misordered(batchOf(changed(place, change)))).toMatchObject({
    field: `sequences.1.actions.${place}.${field}`,
  })
})

test('a paste may only take from an earlier action', () => {
  expect(misordered(batchOf(paste(0)))).toBeNull()
  expect(misordered(batchOf(paste(1)))).toMatchObject({ field: 'sequences.1.actions.1.source' })
})

test('another origin inside a frame is in order', () => {
  expect(misordered(batchOf(changed(2, { frame: [1], route: aRoute({ origin: 'https://other.example.com' }) })))).toBeNull()
})

test('a sequence comes once in a batch', () => {
  const sequence = aSequence()
  expect(misordered(aBatch({ sequences: [sequence, sequence] }))).toMatchObject({ field: 'sequences.1.id' })
})

test('a batch out of order is refused with the path', async () => {
  const answer = await read(aCollector().post(deliver(batchOf(changed(1, { seq: 0 })))))
  expect(answer).toMatchObject({ status: 422, body: { error: 'order', field: 'sequences.1.actions.1.seq' } })
})
