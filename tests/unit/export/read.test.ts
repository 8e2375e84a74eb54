import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openArchive } from '../../../collector/storage.ts'
import { traceReader } from '../../../export/read.ts'
import { withoutRhythm } from '../../../export/rhythm.ts'
import { Trace, type Batch } from '../../../lib/trace/schema.ts'
import type { Rhythm } from '../../../lib/trace/vocabulary.ts'
import { aBatch, aSequence, aTarget, anAction, inOrder } from '../../fixtures/batch.ts'
import { aDirectory, packed, storeIn } from './archive.ts'

function readAll(dir: string, rhythm?: Rhythm) {
  const archive = openArchive(dir)
  const reader = traceReader(archive, rhythm)
  const traces = [...reader.traces()]
  archive.close()
  return { traces, report: reader.report }
}

test('every sequence of every batch becomes a trace, in the order of batches and within them', () => {
  const dir = aDirectory()
  const [first, second] = [aBatch({ sequences: [aSequence(), aSequence()] }), aBatch({ sequences: [aSequence()] })]
  const [early, late] = first.id < second.id ? [first, second] : [second, first]
  storeIn(dir, packed(late), packed(early))

  const { traces, report } = readAll(dir, 'recorded')
  const tracesOf = ({ version, id: batch, device, extension, purpose, sequences }: Batch) =>
    sequences.map((sequence) => ({ version, batch, device, extension, purpose, rhythm: 'recorded', sequence }))
  expect(traces).toEqual([...tracesOf(early), ...tracesOf(late)])
  for (const trace of traces) expect(Trace.parse(trace)).toEqual(trace)
  expect(report).toEqual({ batches: 2, traces: 3, actions: 54, rejected: new Map(), damaged: [] })
})

test('without rhythm is the default, and actions are counted as they are exported', () => {
  const dir = aDirectory()
  const sequence = aSequence({ actions: inOrder([anAction('click'), anAction('scroll'), anAction('scroll')]) })
  storeIn(dir, packed(aBatch({ sequences: [sequence] })))
  const { traces, report } = readAll(dir)
  expect(traces).toMatchObject([{ rhythm: 'none', sequence: withoutRhythm(sequence) }])
  expect(report).toMatchObject({ traces: 1, actions: 2 })
  expect(readAll(dir, 'none')).toEqual({ traces, report })
  expect(readAll(dir, 'recorded').report).toMatchObject({ traces: 1, actions: 3 })
})

test('what is damaged, unreadable or no longer valid is left out and counted by reason, and the rest is read', () => {
  const dir = aDirectory()
  const good = aBatch()
  const flipped = packed(aBatch())
  const whole = packed(aBatch())
  const outdated = aBatch({
    sequences: [
      aSequence(),
      aSequence({ actions: [anAction('click', { target: aTarget({ name: '<Save>' }) })] }),
      aSequence({ actions: [anAction('click'), anAction('click', { target: aTarget({ name: '<Delete>' }) })] }),
    ],
  })
  storeIn(
    dir,
    packed(good),
    packed(outdated),
    packed({ ...aBatch(), version: 2 }),
    { ...flipped, body: Buffer.from(flipped.body).fill(7, 40, 41), digest: new Uint8Array(32) },
    { id: 'x1', body: whole.body.subarray(0, 50) },
    { id: 'x2', body: gzipSync('no json') },
    { id: 'x3', body: gzipSync('{"sequences":1}') },
  )
  const { traces, report } = readAll(dir)
  expect(new Set(traces.map(({ batch }) => batch))).toEqual(new Set([good.id, outdated.id]))
  expect(report).toMatchObject({ batches: 7, traces: 2 })
  expect(report.damaged).toEqual([{ id: flipped.id, why: 'its bytes do not have their digest' }])
  expect(Object.fromEntries(report.rejected)).toEqual({
    'schema: sequence.actions.target.name': 2,
    'schema: version': 1,
    'damaged: its bytes do not have their digest': 1,
    'unreadable: gzip': 1,
    'unreadable: json': 1,
    'schema: not a batch': 1,
  })
})

test('a second pass gives the same again and does not count twice', () => {
  const dir = aDirectory()
  storeIn(dir, packed(aBatch()), { id: 'x', body: gzipSync('no json') })
  const archive = openArchive(dir)
  const reader = traceReader(archive)
  const passes = [[...reader.traces()], [...reader.traces()]]
  archive.close()
  expect(passes[0]).toEqual(passes[1])
  expect(reader.report).toEqual({ batches: 2, traces: 1, actions: 18, rejected: new Map([['unreadable: json', 1]]), damaged: [] })
})
