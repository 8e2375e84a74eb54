/** A browser killed in the middle of a write leaves half a record at the end of its log, and Chromium goes on writing behind that. */
import { appendFileSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/browser/fixtures.ts'
import { openWorld } from './world.ts'

/** LevelDB's log: blocks of 32 KiB, in them records of a checksum (4 bytes), a length (2), a type (1) and as many bytes. */
const BLOCK = 32_768
const HEAD = 7
const WHOLE = 1
/** A write that is broken off ends with a page of memory, of 4 KiB: this one reaches into a second. */
const LONGEST = 6000

/** As much of a record as was written when the browser died. */
function halfRecord(logSize: number): Buffer {
  const room = BLOCK - (logSize % BLOCK)
  // No record begins in the last bytes of a block; they are zeros.
  const skipped = room < 2 * HEAD ? room : 0
  const length = Math.min(LONGEST, (skipped > 0 ? BLOCK : room) - HEAD)
  const record = Buffer.alloc(skipped + HEAD + Math.ceil(length / 2), 0x5a)
  record.fill(0, 0, skipped)
  record.writeUInt16LE(length, skipped + 4)
  record.writeUInt8(WHOLE, skipped + 6)
  return record
}

test('what is committed after a kill in the middle of a write is there after the next kill', async ({ extension }) => {
  const world = await openWorld(extension)
  try {
    const [person] = world.people
    if (!person) throw new Error('nobody is there')
    for (const isTorn of [true, false]) {
      const place = await person.arrive()
      await person.click(place, 50)
      await world.committed()
      await person.kill()
      const logs = globSync(join(person.profile, 'Default/IndexedDB/*.leveldb/*.log'))
      expect(logs).toHaveLength(1)
      if (isTorn) for (const log of logs) appendFileSync(log, halfRecord(statSync(log).size))
      await person.restart()
    }
    await world.deliverAll()
    const { lost, doubled, stored } = await world.sum()
    expect({ lost, doubled, stored }).toEqual({ lost: [], doubled: [], stored: 100 })
  } finally {
    await world.close()
  }
})
