/**
 * What earlier versions of the extension have sealed is taken by the collector of today: a browser may have been away for a month.
 * `tests/fixtures/wire` holds such batches as they went over the wire. `without-ledger` was made by the fixtures of commit 10b382e, which knew
 * no ledger, `with-ledger` by those of 8fe51af: `gzipSync(JSON.stringify(aBatch({ id, device, sequences: [aSequence(), aSequence()] })))`.
 * They are not to be made anew: whoever changes the form of a batch adds one more, from before the change.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openArchive } from '../../../collector/storage.ts'
import { traceReader } from '../../../export/read.ts'
import { timeOfId } from '../../../lib/trace/id.ts'
import { contentOf } from '../store/marked.ts'
import { admin } from './admin.ts'
import { aCollector, read } from './collector.ts'
import { deliverBytes } from './delivery.ts'

const WIRE = new URL('../../fixtures/wire/', import.meta.url)

test.each(readdirSync(WIRE))('%s is stored whole, is exported, and leaves no gap', async (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, WIRE)))
  const { id, sequences } = contentOf(bytes)
  const { post, dir } = aCollector({ now: () => timeOfId(id) })
  const kept = { id, sequences: sequences.length, actions: sequences.reduce((sum, { actions }) => sum + actions.length, 0) }
  expect(await read(post(deliverBytes(bytes, id)))).toMatchObject({ status: 201, body: kept })
  expect(await read(post(deliverBytes(bytes, id)))).toMatchObject({ status: 200, body: kept })
  const archive = openArchive(dir)
  const reader = traceReader(archive)
  expect([...reader.traces()].map(({ sequence }) => sequence.id)).toEqual(sequences.map((sequence) => sequence.id))
  expect([...reader.report.rejected]).toEqual([])
  archive.close()
  expect(admin('gaps', '--data', dir).status).toBe(0)
})
