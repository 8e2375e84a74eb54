import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { deviceOf, fill } from '../../../lib/flush/batch.ts'
import { digestOf, gzip } from '../../../lib/store/body.ts'
import { Batch, type Sequence } from '../../../lib/trace/schema.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { NOON } from '../../fixtures/draft.ts'

const DEVICE = { week: 2969, id: randomUUID(), ordinal: 4 }
const WEEK = 7 * 86_400_000

const fillWith = (sequences: Sequence[], counts = {}) => fill({ sequences, counts }, DEVICE, '0.1.0', NOON)
const small = () => aSequence({ actions: inOrder([anAction('nav')]) })
/** About 150 KiB, so that two of them do not fit together. */
const large = () => aSequence({ actions: inOrder(Array.from({ length: 75 }, () => anAction('drag'))) })
const broken = () => ({ ...small(), durationMs: 17 })

describe('a batch', () => {
  test('carries its sequences in order under the pseudonym of the week, and is what its text says', () => {
    const sequences = [small(), small(), small()]
    const { batch, text, ids, dropped } = fillWith(sequences, { masked: 3 })
    expect(batch).toMatchObject({
      version: 1,
      device: DEVICE.id,
      ordinal: 4,
      extension: '0.1.0',
      purpose: 'training',
      counts: { masked: 3 },
    })
    expect(batch?.sequences).toEqual(sequences)
    expect([ids, dropped]).toEqual([sequences.map(({ id }) => id), []])
    expect(Batch.parse(JSON.parse(text))).toEqual(batch)
  })

  test('has an id of its own that begins with its day, and tells no more of its time', () => {
    const ids = Array.from({ length: 50 }, () => fillWith([small()]).batch!.id)
    expect(new Set(ids).size).toBe(50)
    for (const id of ids) expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Math.floor(NOON / 86_400_000) * 86_400_000)
  })

  test('leaves to the next what is too much, by number', () => {
    const sequences = Array.from({ length: LIMITS.batchSequences + 1 }, small)
    expect(fillWith(sequences).ids).toEqual(sequences.slice(0, LIMITS.batchSequences).map(({ id }) => id))
  })

  test('leaves to the next what is too much, by size', () => {
    const sequences = [large(), large(), small()]
    const { ids, text } = fillWith(sequences)
    expect(ids).toEqual([sequences[0]!.id])
    expect(text.length).toBeLessThan(LIMITS.batchBytes)
  })

  test('takes alone what is larger than a batch', () => {
    const huge = aSequence({
      actions: inOrder(Array.from({ length: 200 }, () => anAction('drag', { target: wordy(), destination: wordy() }))),
    })
    expect(JSON.stringify(huge).length).toBeGreaterThan(LIMITS.batchBytes)
    expect(fillWith([huge, small()]).ids).toEqual([huge.id])
    expect(fillWith([small(), huge]).ids).toHaveLength(1)
  })

  test('leaves out what the schema refuses, wherever it stands, and names it', () => {
    const [first, second] = [small(), small()]
    const [bad, worse, rest] = [broken(), { ...small(), actions: [] }, broken()]
    const { ids, dropped } = fillWith([bad, first, worse, second, rest])
    expect([ids, dropped]).toEqual([
      [first.id, second.id],
      [bad.id, worse.id, rest.id],
    ])
    expect(fillWith([bad])).toEqual({ batch: null, text: '', ids: [], dropped: [bad.id] })
  })

  test('takes no larger count than it may carry; the rest is for the next', () => {
    const { batch } = fillWith([small()], { untrusted: 2_500_000, masked: 1 })
    expect(batch?.counts).toEqual({ untrusted: 1_000_000, masked: 1 })
  })
})

function wordy() {
  const target = anAction('click').target!
  const css = Array.from({ length: 45 }, () => 'div:nth-of-type(3)').join(' > ')
  return { ...target, locators: Array.from({ length: 2 }, () => ({ kind: 'path' as const, css, matches: 1, positional: true })) }
}

describe('the pseudonym', () => {
  test('stays within a week and is a new one in the next, counted from 0', () => {
    const first = deviceOf(undefined, NOON)
    expect(first).toMatchObject({ ordinal: 0 })
    const begin = first.week * WEEK
    expect(deviceOf({ ...first, ordinal: 9 }, begin)).toEqual({ ...first, ordinal: 9 })
    expect(deviceOf(first, begin + WEEK - 1)).toEqual(first)
    const next = deviceOf({ ...first, ordinal: 9 }, begin + WEEK)
    expect(next).toMatchObject({ week: first.week + 1, ordinal: 0 })
    expect(next.id).not.toBe(first.id)
  })
})

test('bytes are one plain gzip member, and the digest is theirs', async () => {
  const text = JSON.stringify({ name: '⟦button·4-8⟧' })
  const bytes = await gzip(text)
  expect(gunzipSync(Buffer.from(bytes)).toString()).toBe(text)
  expect(await digestOf(bytes)).toBe(createHash('sha256').update(Buffer.from(bytes)).digest('base64'))
})
