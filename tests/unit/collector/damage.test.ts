/** Bytes of the database that a disk has changed: found, named, and no reason for the rest not to be served. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openArchive } from '../../../collector/storage.ts'
import { verify } from '../../../collector/verify.ts'
import { traceReader } from '../../../export/read.ts'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aCollector, aDirectory, read } from './collector.ts'
import { deliver } from './delivery.ts'
import { start } from './process.ts'

const PAGE = 4096
const EXPORT = new URL('../../../export/main.ts', import.meta.url).pathname

function exportTo(dir: string, out: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [EXPORT, '--data', dir, '--out', out], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const small = () => aBatch({ sequences: [aSequence({ actions: inOrder([anAction('click')]) })] })
/** So long that it goes over several pages. */
const long = () => aBatch({ sequences: Array.from({ length: 6 }, () => aSequence()) })

async function aStore(count: number) {
  const { post, dir, close } = aCollector()
  const batches = Array.from({ length: count }, (_, n) => (n % 4 === 2 ? long() : small()))
  for (const batch of batches) expect((await post(deliver(batch))).status).toBe(201)
  close()
  return { dir, batches, file: join(dir, 'waymark.db') }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.of((bytes[at] ?? 0) ^ 0x55), 0, 1, at)
  closeSync(handle)
}

/** What is exported, trace by trace, and what is named as left out; a sentence if nothing is. */
function exported(dir: string): { traces: Map<string, string[]>; named: Set<string | null> } | string {
  try {
    const archive = openArchive(dir)
    try {
      const reader = traceReader(archive, 'recorded')
      const traces = new Map<string, string[]>()
      for (const trace of reader.traces()) traces.set(trace.batch, [...(traces.get(trace.batch) ?? []), JSON.stringify(trace)])
      return { traces, named: new Set(reader.report.damaged.map(({ id }) => id)) }
    } finally {
      archive.close()
    }
  } catch (error) {
    return String(error)
  }
}

function isFound(file: string): boolean {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const { damaged, structure } = verify(db)
    return damaged.length + structure.length > 0
  } catch {
    return true
  } finally {
    db.close()
  }
}

test(
  'of a byte that is changed anywhere, nothing comes into an export that was not delivered, and what is missing is named',
  { timeout: 120_000 },
  async () => {
    const { dir, file, batches } = await aStore(12)
    const whole = readFileSync(file)
    const before = exported(dir)
    if (typeof before === 'string') throw new Error(before)
    expect(before.traces.size).toBe(batches.length)
    const told = { harmless: 0, named: 0, refused: 0 }
    for (let page = 0; page * PAGE < whole.length; page += 1)
      // The head of a page, the pointers to its rows, and what is in the middle and at the end of it.
      for (const offset of [0, 3, 6, 8, 9, 13, 2048, 3000, 3900, 4090]) {
        writeFileSync(file, whole)
        const at = page * PAGE + offset
        flip(file, at)
        const after = exported(dir)
        if (typeof after === 'string') {
          // The first page alone says what kind of file it is and where its tables are: without it there is nothing to look into.
          expect({ at, after, isFirst: at < PAGE }).toEqual({ at, after, isFirst: true })
          told.refused += 1
          continue
        }
        for (const [id, traces] of after.traces)
          expect({ at, isSame: JSON.stringify(traces) === JSON.stringify(before.traces.get(id)) }).toEqual({ at, isSame: true })
        const missing = [...before.traces.keys()].filter((id) => !after.traces.has(id))
        if (missing.length > 0 && !after.named.has(null))
          expect({ at, missing }).toEqual({ at, missing: missing.filter((id) => after.named.has(id)) })
        if (missing.length > 0) expect({ at, isFound: isFound(file) }).toEqual({ at, isFound: true })
        told[missing.length > 0 ? 'named' : 'harmless'] += 1
      }
    expect(told.named).toBeGreaterThan(20)
    expect(told.harmless).toBeGreaterThan(20)
  },
)

/** Where the table of batches ends: a page that the next batch is written to. */
function lastPageOf(file: string, table: string): number {
  const db = new DatabaseSync(file, { readOnly: true })
  const row = db.prepare(`SELECT max(pageno) AS page FROM dbstat WHERE name = ? AND pagetype = 'leaf'`).get(table)
  db.close()
  return Number(row?.page) - 1
}

test('a place that is read twice is exported once, and what it is read instead of is not missed', async () => {
  const { dir, file, batches } = await aStore(6)
  const page = lastPageOf(file, 'sqlite_autoindex_batch_1') * PAGE
  const bytes = readFileSync(file)
  // The second row of the page is where the first is.
  bytes.copyWithin(page + 10, page + 8, page + 10)
  writeFileSync(file, bytes)
  expect(isFound(file)).toBe(true)
  const after = exported(dir)
  if (typeof after === 'string') throw new Error(after)
  expect([...after.traces].map(([id, traces]) => [id, traces.length]).sort()).toEqual(
    batches.map(({ id, sequences }) => [id, sequences.length]).sort(),
  )
})

test(
  'a body that the disk has changed is named by verify and by the export, and the collector serves all others',
  { timeout: 60_000 },
  async () => {
    const { dir, file, batches } = await aStore(7)
    const [, , victim] = batches
    const bytes = readFileSync(file)
    const db = new DatabaseSync(file, { readOnly: true })
    const body = db.prepare('SELECT substr(body, -40) AS tail FROM batch WHERE id = ?').get(victim?.id ?? '')?.tail
    db.close()
    if (!(body instanceof Uint8Array)) throw new Error('the batch is not there')
    flip(file, bytes.indexOf(body))

    expect(admin('verify', '--data', dir)).toEqual({
      status: 1,
      stdout: `The batch ${victim?.id} is damaged: its bytes do not have their digest.\n6 batches whole, 1 damaged; every table is whole.\n`,
      stderr: '',
    })
    const out = join(aDirectory(), 'traces.jsonl')
    const { status, stdout, stderr } = exportTo(dir, out)
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `Left out: the batch ${victim?.id} is damaged: its bytes do not have their digest.\n`,
    })
    expect(stdout).toContain('of 7 batches to')
    expect(stdout).toContain('Left out 1, damaged: its bytes do not have their digest.')
    const lines = readFileSync(out, 'utf8')
    for (const { id } of batches) expect({ id, isThere: lines.includes(id) }).toEqual({ id, isThere: id !== victim?.id })

    const { url } = await start({ dir })
    for (const batch of batches) expect((await fetch(`${url}/v1/batches`, deliver(batch))).status).toBe(200)
    expect((await fetch(`${url}/v1/batches`, deliver(small()))).status).toBe(201)
  },
)

test.each(['batch', 'sequence', 'sqlite_autoindex_batch_1'])(
  'where %s cannot be written any more, a batch is answered with 503, never as stored, and what is stored is told from what is not',
  { timeout: 60_000 },
  async (table) => {
    const { dir, file, batches } = await aStore(20)
    flip(file, lastPageOf(file, table) * PAGE)
    const found = admin('verify', '--data', dir)
    expect(found.status).toBe(1)
    expect(found.stdout).toContain(`The table ${table === 'sequence' ? 'sequence' : 'batch'} is damaged: `)

    const { url, child, ended } = await start({ dir })
    const send = (batch: ReturnType<typeof small>) => read(fetch(`${url}/v1/batches`, deliver(batch)))
    const fresh = Array.from({ length: 5 }, small)
    for (const batch of fresh) {
      const { status, headers, body } = await send(batch)
      expect({ status, body }).toMatchObject({ status: 503, body: { error: 'storage' } })
      expect(headers.get('retry-after')).toBe('30')
    }
    const answers = await Promise.all(batches.map(async (batch) => (await send(batch)).status))
    expect(new Set(answers)).toEqual(new Set(table === 'sequence' ? [200] : answers.includes(200) ? [200, 503] : [503]))
    child.kill('SIGTERM')
    expect((await ended).errors).toMatch(/^(refused 503 storage database disk image is malformed\n)+/)
    const after = exported(dir)
    if (typeof after === 'string') throw new Error(after)
    for (const { id } of fresh) expect(after.traces.has(id)).toBe(false)
  },
)
