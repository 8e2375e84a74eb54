import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { aDirectory } from './collector.ts'
import { askToErase, deliver } from './delivery.ts'
import { canTrace, startTraced } from './syscalls/traced.ts'

const small = () => aBatch({ sequences: [aSequence({ actions: inOrder([anAction('click')]) })] })

/** What stood between one answer and the next, the answer included. */
function untilEachAnswer(events: string[]): string[][] {
  const ends = events.flatMap((event, index) => (event.startsWith('answer ') ? [index + 1] : []))
  return ends.map((end, index) => events.slice(ends[index - 1] ?? 0, end))
}

/**
 * Files that were written to and not synced since, whenever an answer was given; the answer with each. A log that was emptied is no
 * write: what was in it is in the file and synced, and it is emptied again at the next start, should the disk have forgotten that.
 */
function unsyncedAt(events: string[]): string[] {
  const written = new Set<string>()
  return events.flatMap((event) => {
    const [what = '', file = ''] = event.split(' ')
    if (what === 'write') written.add(file)
    if (what === 'sync') written.delete(file)
    return what === 'answer' ? [...written].map((name) => `${name} before ${event}`) : []
  })
}

/** Pages that moved to the file before the log that has them was on the disk, and the log begun anew before the file was. */
function outOfTurn(events: string[]): string[] {
  const written = new Set<string>()
  return events.filter((event) => {
    const [what = '', file = '', offset = ''] = event.split(' ')
    if (what === 'sync') written.delete(file)
    if (what !== 'write') return false
    const other = file === 'waymark.db' ? 'waymark.db-wal' : 'waymark.db'
    written.add(file)
    return (file === 'waymark.db' || offset === '0') && written.has(other)
  })
}

test.skipIf(!canTrace())(
  'each batch is written and then synced before it is acknowledged, one after the other',
  { timeout: 60_000 },
  async () => {
    const { url, events, kill } = await startTraced(aDirectory())
    const before = events().length
    for (let n = 0; n < 20; n += 1) expect((await fetch(`${url}/v1/batches`, deliver(small()))).status).toBe(201)
    expect((await fetch(`${url}/v1/erasures`, askToErase([randomUUID()]))).status).toBe(200)
    await kill()
    const groups = untilEachAnswer(events().slice(before))
    expect(groups).toHaveLength(21)
    for (const group of groups) {
      const writes = group.findLastIndex((event) => event.startsWith('write waymark.db-wal'))
      expect(writes).toBeGreaterThanOrEqual(0)
      expect(group.slice(writes)).toContain('sync waymark.db-wal')
    }
    expect(unsyncedAt(events())).toEqual([])
  },
)

test.skipIf(!canTrace())(
  'batches that arrive together share a sync, and none is acknowledged before it, also while the log is folded into the file',
  { timeout: 60_000 },
  async () => {
    const { url, events, kill } = await startTraced(aDirectory())
    const before = events().length
    const client = async () => {
      for (let n = 0; n < 40; n += 1) expect((await fetch(`${url}/v1/batches`, deliver(small()))).status).toBe(201)
    }
    await Promise.all(Array.from({ length: 16 }, client))
    await kill()
    const seen = events().slice(before)
    const count = (start: string) => seen.filter((event) => event.startsWith(start)).length
    expect(count('answer 201')).toBe(640)
    expect(count('sync waymark.db-wal')).toBeGreaterThan(0)
    expect(count('sync waymark.db-wal')).toBeLessThan(640)
    // Otherwise the log was not folded in while they arrived, and the order of that not seen.
    expect(count('write waymark.db ')).toBeGreaterThan(0)
    expect(unsyncedAt(events())).toEqual([])
    expect(outOfTurn(events())).toEqual([])
  },
)
