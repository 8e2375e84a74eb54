import { randomUUID } from 'node:crypto'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aBatch, aSequence, aTarget, anAction, inOrder } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aCollector, aDirectory, bytesOnDisk, read, rowsOf, sequencesIn } from './collector.ts'
import { askToErase, deliverInClear } from './delivery.ts'
import { start } from './process.ts'

const MARKER = 'Reset all shipping labels'
const marked = () => aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: MARKER }) })]) })

/** Settles once the database's files were written that often: in the middle of the commit, or of emptying the log. */
async function untilWritten(dir: string, times: number): Promise<void> {
  let seen = 0
  const watchers = ['waymark.db', 'waymark.db-wal'].map((name) => watch(join(dir, name)))
  onTestFinished(() => {
    for (const watcher of watchers) watcher.close()
  })
  await new Promise<void>((resolve) => {
    for (const watcher of watchers)
      watcher.on('change', () => {
        seen += 1
        if (seen >= times) resolve()
      })
  })
}

test.each([0, 1, 2, 5, 20, 60])(
  'an erasure that is killed after %i writes is whole or has not begun, and is whole when it is asked for again',
  { timeout: 60_000 },
  async (writes) => {
    const dir = aDirectory()
    const { post, close } = aCollector({ dir })
    const batches = Array.from({ length: 30 }, (_, ordinal) => aBatch({ ordinal, sequences: [marked(), aSequence()] }))
    for (const batch of batches) expect((await post(deliverInClear(batch))).status).toBe(201)
    close()
    const gone = batches.map(({ sequences }) => sequences[0]?.id ?? '')
    const stays = batches.map(({ sequences }) => sequences[1]?.id ?? '')
    const request = askToErase(gone, { id: randomUUID() })

    const collector = await start({ dir })
    const answered = fetch(`${collector.url}/v1/erasures`, request).then(
      ({ status }) => status,
      () => 0,
    )
    // An answer ends the waiting too: some systems tell several writes as one.
    if (writes > 0) await Promise.race([untilWritten(dir, writes), answered])
    collector.child.kill('SIGKILL')
    await collector.ended
    const status = await answered

    const again = await start({ dir })
    const left = Object.values(sequencesIn(dir)).flat()
    const isDone = left.length === stays.length
    expect(new Set(left)).toEqual(new Set(isDone ? stays : [...gone, ...stays]))
    expect(rowsOf(dir, 'SELECT * FROM erased')).toHaveLength(isDone ? gone.length : 0)
    expect(rowsOf(dir, 'SELECT * FROM audit')).toHaveLength(isDone ? 1 : 0)
    expect(rowsOf(dir, 'SELECT sequences FROM total')).toEqual([{ sequences: left.length }])
    expect(bytesOnDisk(dir).includes(MARKER)).toBe(!isDone)
    if (status === 200) expect(isDone).toBe(true)

    expect(await read(fetch(`${again.url}/v1/erasures`, request))).toMatchObject({ status: 200, body: { erased: 30, entry: 1 } })
    expect(bytesOnDisk(dir)).not.toContain(MARKER)
    expect(Object.values(sequencesIn(dir)).flat()).toHaveLength(stays.length)
    expect(admin('audit', '--data', dir).status).toBe(0)
  },
)
