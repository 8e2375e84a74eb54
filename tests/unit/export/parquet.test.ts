import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { parquet } from '../../../export/formats/parquet.ts'
import { COLUMNS, readerOf, rowsOf } from '../../../export/parquet/columns.ts'
import { Trace } from '../../../lib/trace/schema.ts'
import { RHYTHMS } from '../../../lib/trace/vocabulary.ts'
import { aBatch, aRoute, aSequence, aTrace, anAction, inOrder } from '../../fixtures/batch.ts'
import { aDirectory, packed, storeIn } from './archive.ts'

const MAIN = new URL('../../../export/main.ts', import.meta.url).pathname

/** The bytes on their own, as the reader wants them. */
const alone = (bytes: Uint8Array) => new Uint8Array(bytes).buffer
const bytesOf = (...traces: Trace[]) => alone(Buffer.concat([...parquet(() => traces)]))

function exported(dir: string, format: string, rhythm: string) {
  const out = join(aDirectory(), 'out')
  const { status, stderr } = spawnSync(process.execPath, [MAIN, '--data', dir, '--out', out, '--format', format, '--rhythm', rhythm], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  return readFileSync(out)
}

/** Lines of JSON as rows should say them: every field by its path, what is nested as JSON, and what has no column in `fields`. */
function expectedRows(trace: Trace): Record<string, unknown>[] {
  const { sequence, ...head } = trace
  const { id, actions, viewport, day, ...about } = sequence
  return actions.map((action) => {
    const { frame, route, target, pointer, effects, masking, ...rest } = action
    const { kind, seq, t, pause, wait, causedBy, replayable, reason, ...fields } = rest
    return {
      ...head,
      ...about,
      kind,
      seq,
      t,
      pause,
      wait,
      causedBy,
      replayable,
      reason,
      fields: JSON.stringify(fields),
      sequence: id,
      day: new Date(day),
      viewportWidth: viewport.width,
      viewportHeight: viewport.height,
      length: actions.length,
      origin: route.origin,
      path: route.path,
      query: JSON.stringify(route.query),
      role: target?.role ?? null,
      name: target?.name ?? null,
      tag: target?.tag ?? null,
      control: target?.control ?? null,
      x: target?.box.x ?? null,
      y: target?.box.y ?? null,
      width: target?.box.width ?? null,
      height: target?.box.height ?? null,
      target: target && JSON.stringify(target),
      frame: JSON.stringify(frame),
      pointer: JSON.stringify(pointer),
      effects: JSON.stringify(effects),
      masking: JSON.stringify(masking),
    }
  })
}

test.each(RHYTHMS)('with rhythm %s the table holds all of the lines of the same data, row by row', async (rhythm) => {
  const dir = aDirectory()
  const strange = aSequence({
    actions: inOrder([anAction('nav', { route: aRoute({ path: '/a/b' }) }), anAction('scroll'), anAction('scroll')]),
  })
  storeIn(dir, packed(aBatch()), packed(aBatch({ sequences: [strange, aSequence()] })))
  const lines = exported(dir, 'jsonl', rhythm).toString('utf8').trimEnd().split('\n')
  const traces = lines.map((line) => Trace.parse(JSON.parse(line)))
  const rows = await parquetReadObjects({ file: alone(exported(dir, 'parquet', rhythm)) })
  expect(rows).toEqual(traces.flatMap(expectedRows))
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(14)
})

test('without rhythm no row has a pause, a wait, or more of a pointer than where it came from', async () => {
  const dir = aDirectory()
  storeIn(dir, packed(aBatch()))
  const without = await parquetReadObjects({ file: alone(exported(dir, 'parquet', 'none')) })
  expect(without.filter(({ pause, wait }) => pause !== null || wait !== null)).toEqual([])
  expect(without.filter(({ pointer }) => JSON.parse(String(pointer)).length > 1)).toEqual([])
  const recorded = await parquetReadObjects({ file: alone(exported(dir, 'parquet', 'recorded')) })
  expect(recorded.some(({ pause }) => pause !== null)).toBe(true)
})

test('rows are written group by group, and each group before more is read', async () => {
  const long = () => aTrace({ sequence: aSequence({ actions: inOrder(Array.from({ length: 200 }, () => anAction('hover'))) }) })
  let read = 0
  function* counting() {
    for (; read < 120;) {
      read += 1
      yield long()
    }
  }
  const readAtPiece: number[] = []
  const pieces: Uint8Array[] = []
  for (const piece of parquet(counting)) {
    readAtPiece.push(read)
    pieces.push(piece)
  }
  // 10,000 rows a group are 50 traces of 200; the last piece is the foot of the file.
  expect(readAtPiece).toEqual([50, 100, 120, 120])
  const file = alone(Buffer.concat(pieces))
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 4000])
  const last = await parquetReadObjects({ file, rowStart: 23_999, columns: ['seq', 'kind'] })
  expect(last).toEqual([{ seq: 199, kind: 'hover' }])
})

test('the same traces are the same bytes', () => {
  const trace = aTrace()
  expect(Buffer.compare(Buffer.from(bytesOf(trace)), Buffer.from(bytesOf(trace)))).toBe(0)
})

test('no traces are a table of no rows that has every column', () => {
  const { num_rows, schema } = parquetMetadata(bytesOf())
  expect(Number(num_rows)).toBe(0)
  expect(schema.slice(1).map(({ name }) => name)).toEqual(COLUMNS.map(({ name }) => name))
})

test('no two columns have the same name, also to a reader that knows no capitals', () => {
  expect(new Set(COLUMNS.map(({ name }) => name.toLowerCase())).size).toBe(COLUMNS.length)
})

test('a column that is not in the data ends the export', () => {
  const read = readerOf({ name: 'mood', type: 'text', nullable: true, field: 'action.mood' })
  expect(() => [...rowsOf([aTrace()])].map(read)).toThrow('the column mood takes no such value as action.mood has')
})
