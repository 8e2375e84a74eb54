/** The log of a collector that was killed or lost its power, with a byte changed or its end missing. */
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { StorageFailed, unfinishedEnd } from '../../../collector/database.ts'
import { mend } from '../../../collector/mend.ts'
import { openStorage } from '../../../collector/storage.ts'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aCollector, aDirectory, sequencesIn } from './collector.ts'
import { deliver } from './delivery.ts'
import { run, start } from './process.ts'

const HEADER = 32
const FRAME = 24 + 4096
const small = () => aBatch({ sequences: [aSequence({ actions: inOrder([anAction('click')]) })] })

/** What is on the disk of a collector that ended without closing, after so many batches one after the other. */
async function aLog(count: number) {
  const { post, dir } = aCollector()
  // Begun anew once, so that the end of the log is what is left of the one before.
  for (let n = 0; n < count + 5; n += 1) await post(deliver(small()))
  const before = Object.keys(sequencesIn(dir))
  const beside = new DatabaseSync(join(dir, 'waymark.db'))
  beside.exec('PRAGMA wal_checkpoint(FULL)')
  beside.close()
  const batches = Array.from({ length: count }, small)
  for (const batch of batches) expect((await post(deliver(batch))).status).toBe(201)
  const [file, log] = [readFileSync(join(dir, 'waymark.db')), readFileSync(join(dir, 'waymark.db-wal'))]
  const all = [...before, ...batches.map(({ id }) => id)].sort()
  return {
    log,
    batches,
    all,
    /** The same once more, with a log like this. */
    withLog: (bytes: Uint8Array): string => {
      const copy = aDirectory()
      writeFileSync(join(copy, 'waymark.db'), file)
      writeFileSync(join(copy, 'waymark.db-wal'), bytes)
      return copy
    },
  }
}

const changed = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x10
  return copy
}

/** Places in every part of the header and of each frame, and how far the log is in use. */
function places(log: Buffer): number[] {
  const frames = Math.floor((log.length - HEADER) / FRAME)
  const inFrame = Array.from({ length: frames }, (_, n) => [1, 5, 9, 13, 17, 21, 24, 100, 4000].map((at) => HEADER + n * FRAME + at))
  return [...Array.from({ length: HEADER }, (_, at) => at), ...inFrame.flat()]
}

/** Where the part of a log in use ends, in bytes: behind it stands the rest of the log before. */
function endOf(log: Buffer): number {
  let end = HEADER
  while (log.subarray(end + 8, end + 16).equals(log.subarray(16, 24))) end += FRAME
  return end
}

function opened(dir: string): string[] | string {
  try {
    const storage = openStorage(dir)
    storage.close()
    return Object.keys(sequencesIn(dir)).sort()
  } catch (error) {
    if (error instanceof StorageFailed) return error.message
    throw error
  }
}

test('a byte that is changed anywhere in a log costs nothing without a word', { timeout: 120_000 }, async () => {
  const { log, all, batches, withLog } = await aLog(6)
  expect(opened(withLog(log))).toEqual(all)
  expect(endOf(log)).toBeLessThan(log.length)
  const told = { harmless: 0, refused: 0, unfinished: 0 }
  // All of the header, and every fourth, which meets each part of a frame in some frame.
  for (const at of places(log).filter((_, n) => n < HEADER || n % 4 === 0)) {
    const dir = withLog(changed(log, at))
    const end = unfinishedEnd(dir)
    const found = opened(dir)
    if (typeof found === 'string') {
      expect({ at, found }).toMatchObject({
        found: expect.stringMatching(/^waymark\.db-wal is damaged in frame \d+, and \d+ transactions/),
      })
      expect(readFileSync(join(dir, 'waymark.db-wal')).equals(changed(log, at))).toBe(true)
      told.refused += 1
    } else if (end !== null) {
      // The last of them, or none where the log was cut in the middle of it.
      expect({ at, found }).toEqual({ at, found: found.length === all.length ? all : all.filter((id) => id !== batches.at(-1)?.id) })
      told.unfinished += 1
    } else {
      expect({ at, found }).toEqual({ at, found: all })
      told.harmless += 1
    }
  }
  expect(told.refused).toBeGreaterThan(50)
  expect(told.unfinished).toBeGreaterThan(5)
})

test('what stood behind the damage is brought back, and what the damage has hit is named', { timeout: 120_000 }, async () => {
  const { log, all, withLog } = await aLog(6)
  let brought = 0
  let lost = 0
  // Every fourth, which meets each part of a frame in some frame.
  for (const at of places(log).filter((_, n) => n % 4 === 0)) {
    const dir = withLog(changed(log, at))
    const found = mend(dir)
    if (!found) continue
    brought += 1
    if (!found.isMended) {
      lost += 1
      continue
    }
    expect({ at, sum: found.batches + found.damaged.length }).toEqual({ at, sum: all.length })
    expect(readdirSync(dir)).toEqual(['waymark.db'])
    const after = opened(dir)
    if (found.damaged.length === 0) expect({ at, after }).toEqual({ at, after: all })
  }
  expect(brought).toBeGreaterThan(30)
  // Where the number of a page is changed, its content would go where it does not belong.
  expect(lost).toBeLessThan(brought / 10)
})

describe('the process', () => {
  test('does not start on a damaged log, says so, and has everything after mend', { timeout: 60_000 }, async () => {
    const { log, batches, withLog } = await aLog(6)
    // In the data of the third frame: a page of an index or of a table, which comes again, whole, in a later transaction.
    const dir = withLog(changed(log, HEADER + 2 * FRAME + 3000))
    const words =
      /waymark\.db-wal is damaged in frame 3, and \d+ transactions from there on, acknowledged all, would be lost; nothing was changed, and the command "mend" brings back what can be\.\n$/
    const { code, errors } = await run({ args: ['--port', '0', '--data', dir] }).ended
    expect({ code, errors }).toMatchObject({ code: 1, errors: expect.stringMatching(words) })
    for (const command of ['verify', 'gaps', 'audit', 'backup'])
      expect(admin(command, '--data', dir, ...(command === 'backup' ? ['--to', join(aDirectory(), 'b')] : []))).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(words),
      })
    const { stdout } = admin('mend', '--data', dir)
    expect(stdout).toMatch(/^What stood in the log was brought back\.\n/)
    expect(admin('mend', '--data', dir)).toEqual({ status: 0, stdout: 'The log is not damaged.\n', stderr: '' })
    const { url } = await start({ dir })
    for (const batch of batches) expect((await fetch(`${url}/v1/batches`, deliver(batch))).status).toBe(200)
  })

  test('starts on a log whose last transaction was torn, says so, and takes that batch again', { timeout: 60_000 }, async () => {
    const { log, batches, withLog } = await aLog(6)
    const dir = withLog(changed(log, endOf(log) - 100))
    const { url, child, ended } = await start({ dir })
    const answers = []
    for (const batch of batches) answers.push((await fetch(`${url}/v1/batches`, deliver(batch))).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 201])
    child.kill('SIGTERM')
    expect((await ended).errors).toMatch(/^The last transaction of waymark\.db-wal, from frame \d+ on, is not whole and is left out: /)
  })

  test('is not mended beside one that runs, and goes on', { timeout: 60_000 }, async () => {
    const { log, withLog } = await aLog(6)
    const dir = withLog(log)
    const { url } = await start({ dir })
    expect((await fetch(`${url}/v1/batches`, deliver(small()))).status).toBe(201)
    for (let n = 0; n < 5; n += 1) await fetch(`${url}/v1/batches`, deliver(small()))
    const live = join(dir, 'waymark.db-wal')
    writeFileSync(live, changed(readFileSync(live), HEADER + 500), { flag: 'r+' })
    const { status, stderr } = admin('mend', '--data', dir)
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^mend: waymark\.db cannot be had alone .*; stop the collector/),
    })
    expect(existsSync(join(dir, 'waymark.db.mending-wal'))).toBe(false)
    expect((await fetch(`${url}/v1/batches`, deliver(small()))).status).toBe(201)
  })

  test('does not start on what mend has not finished, and mend finishes it', { timeout: 60_000 }, async () => {
    const { log, all, withLog } = await aLog(6)
    const dir = withLog(changed(log, HEADER + 2 * FRAME + 3000))
    const other = withLog(changed(log, HEADER + 2 * FRAME + 3000))
    mend(other)
    // As a mend leaves it that is killed when the readable part has been folded in: the rest is in this file alone.
    copyFileSync(join(withLog(log), 'waymark.db-wal'), join(dir, 'waymark.db.mending-wal'))
    const { code, errors } = await run({ args: ['--port', '0', '--data', dir] }).ended
    expect({ code, errors }).toMatchObject({ code: 1, errors: expect.stringContaining('give the command "mend" again') })
    expect(admin('mend', '--data', dir).status).toBe(0)
    expect(readdirSync(dir)).toEqual(['waymark.db'])
    expect(opened(dir)).toEqual(all)
  })
})
