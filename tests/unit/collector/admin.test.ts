import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { readAdminOptions } from '../../../collector/admin-options.ts'
import { openArchive } from '../../../collector/storage.ts'
import { judge } from '../../../lib/flush/answer.ts'
import { aBatch, aSequence, aTarget, anAction, inOrder } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aCollector, aDirectory, bytesOnDisk, read, rowsOf, sequencesIn } from './collector.ts'
import { askToErase, deliver, deliverInClear } from './delivery.ts'
import { start } from './process.ts'

const ID = '0f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'
const MARKER = 'Reset all shipping labels'
const marked = () => aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: MARKER }) })]) })
const RECEIPT = /Entry \d+ of the audit chain, \d{4}-\d\d-\d\d, receipt [0-9a-f]{64}\.\n$/

test('a device is erased beside a running collector: nothing of it is left, and what it sends is answered with 410', async () => {
  const dir = aDirectory()
  const { url, child, ended } = await start({ dir })
  const send = (batch: ReturnType<typeof aBatch>) => read(fetch(`${url}/v1/batches`, deliverInClear(batch)))
  const device = randomUUID()
  const batches = [aBatch({ device, sequences: [marked(), aSequence()] }), aBatch({ device, ordinal: 1, sequences: [marked()] })]
  const other = aBatch()
  for (const batch of [...batches, other]) expect((await send(batch)).status).toBe(201)

  const { status, stdout, stderr } = admin('erase', '--device', device, '--data', dir)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^Erased 3 sequences in 2 batches of the device\. What it sends later is refused\.\n/)
  expect(stdout).toMatch(RECEIPT)
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
  expect(Object.keys(sequencesIn(dir))).toEqual([other.id])
  for (const table of ['batch', 'quarantine', 'spent']) expect(rowsOf(dir, `SELECT * FROM ${table} WHERE device = '${device}'`)).toEqual([])
  expect(rowsOf(dir, 'SELECT batch FROM ledger')).toEqual([{ batch: other.id }])
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ batches: 1, sequences: 1, actions: 18 })

  for (const late of [batches[0] ?? other, aBatch({ device, ordinal: 2 })]) {
    const answer = await read(fetch(`${url}/v1/batches`, deliver(late)))
    const message = expect.any(String)
    expect(answer).toMatchObject({ status: 410 })
    expect(answer.body).toEqual({ error: 'erased', field: 'device', message, id: late.id })
  }
  // Under next week's pseudonym, its sequences are known again.
  expect((await send(aBatch({ sequences: [batches[1]?.sequences[0] ?? marked()] }))).body).toMatchObject({ sequences: 0, erased: 1 })
  child.kill('SIGTERM')
  expect((await ended).errors).toBe('refused 410 erased device\nrefused 410 erased device\n')
})

test('sequences are erased beside a running collector, with a receipt', async () => {
  const { post, storage, dir } = aCollector()
  const batch = aBatch({ sequences: [marked(), aSequence(), aSequence()] })
  await post(deliverInClear(batch))
  const [first = '', second = ''] = batch.sequences.map(({ id }) => id)
  const { status, stdout } = admin('erase', '--data', dir, '--sequence', first, second, ID)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Erased 2 sequences of 3; none of them will be stored again\.\n/)
  expect(stdout).toMatch(RECEIPT)
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
  expect(storage.totals()).toEqual({ batches: 1, sequences: 1, actions: 18 })
  expect((await read(post(deliver(aBatch({ sequences: [batch.sequences[1] ?? aSequence()] }))))).body).toMatchObject({ erased: 1 })
})

test('a revoked device is answered with 403, keeps what it sent, and its copies stay acknowledged', async () => {
  const { post, dir, lines } = aCollector()
  const device = randomUUID()
  const [before, after] = [aBatch({ device }), aBatch({ device, ordinal: 1 })]
  await post(deliver(before))
  expect(admin('revoke', '--device', device, '--data', dir)).toMatchObject({ status: 0, stdout: expect.stringMatching(RECEIPT) })
  const answer = await read(post(deliver(after)))
  expect(answer.status).toBe(403)
  expect(answer.body).toEqual({ error: 'revoked', field: 'device', message: 'Nothing more is taken from this device.', id: after.id })
  expect(judge(after.id, { ...answer, retryAfter: null }, Date.now(), 0)).toEqual({ kind: 'order', order: 'stop' })
  expect((await post(deliver(before))).status).toBe(200)
  expect((await post(deliver(aBatch()))).status).toBe(201)
  expect(lines).toEqual(['refused 403 revoked device'])
  expect(admin('revoke', '--device', device, '--data', dir)).toMatchObject({
    status: 0,
    stdout: 'Nothing was taken from the device before either.\n',
  })
  expect(rowsOf(dir, 'SELECT count(*) AS count FROM audit')).toEqual([{ count: 1 }])
  admin('erase', '--device', device, '--data', dir)
  expect((await post(deliver(before))).status).toBe(410)
})

describe('the chain of what was done', () => {
  async function aChain() {
    const { erase, dir, close } = aCollector()
    for (let index = 0; index < 3; index += 1) await erase(askToErase([randomUUID()]))
    admin('revoke', '--device', ID, '--data', dir)
    close()
    return dir
  }
  const holds = /^The audit chain holds: (\d+) entries, the last with the hash [0-9a-f]{64}\.\n$/

  test('holds as it was written', async () => {
    const { status, stdout } = admin('audit', '--data', await aChain())
    expect([status, holds.exec(stdout)?.[1]]).toEqual([0, '4'])
    expect(admin('audit', '--data', aCollector().dir)).toMatchObject({ status: 0, stdout: expect.stringMatching(holds) })
  })

  test.each<[string, string, number, string]>([
    ['with another detail', `UPDATE audit SET detail = '{"erased":0}' WHERE n = 2`, 2, 'it was changed'],
    ['with another time', 'UPDATE audit SET at = at + 1 WHERE n = 4', 4, 'it was changed'],
    ['with another hash', `UPDATE audit SET hash = replace(hash, 'a', 'b') WHERE n = 3`, 3, 'it was changed'],
    ['without an entry', 'DELETE FROM audit WHERE n = 2', 2, 'it is missing'],
    ['without its beginning', 'DELETE FROM audit WHERE n = 1', 1, 'it is missing'],
    [
      'with one entry less',
      'DELETE FROM audit WHERE n = 2; UPDATE audit SET n = n - 1 WHERE n > 2',
      2,
      'it does not follow on the entry before it',
    ],
    ['cut off at the end', 'DELETE FROM audit WHERE n > 2', 3, 'it is not the one that a receipt was given for'],
  ])('%s is found broken', async (_, sql, entry, why) => {
    const dir = await aChain()
    const db = new DatabaseSync(`${dir}/waymark.db`)
    db.exec(sql)
    db.close()
    expect(admin('audit', '--data', dir)).toEqual({
      status: 1,
      stdout: `Entry ${entry} of the audit chain is broken: ${why}.\n`,
      stderr: '',
    })
  })
})

test('an erasure that somebody reads past is done and recorded, and the command says that it must be given again', async () => {
  const { post, dir } = aCollector()
  const batch = aBatch({ sequences: [marked()] })
  await post(deliverInClear(batch))
  const archive = openArchive(dir)
  archive.batches().next()
  const args = ['erase', '--data', dir, '--sequence', batch.sequences[0]?.id ?? '']
  const { status, stderr } = admin(...args)
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('somebody is reading an older state') })
  archive.close()
  expect(admin(...args).status).toBe(0)
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
}, 30_000)

describe('wrong use ends with 2 and a sentence', () => {
  const D = ['--data', 'x']
  test.each<[string[], string]>([
    [[], 'The first word must be a command: erase, revoke, unrevoke, credentials, gaps, audit, verify, mend, backup, restore.'],
    [['purge', ...D], 'The first word must be a command'],
    [['audit'], '--data must name a directory.'],
    [['erase', ...D], 'erase needs either --device or --sequence.'],
    [['erase', ...D, '--device', ID, '--sequence', ID], 'erase needs either --device or --sequence.'],
    [['erase', ...D, '--device', 'anna'], '--device must be an id, a UUID in lower case.'],
    [['erase', ...D, '--sequence', ID, 'anna'], '--sequence must be followed by ids, UUIDs in lower case.'],
    [['erase', ...D, ID], 'erase takes no further words; options begin with --.'],
    [['revoke', ...D], 'revoke needs either --device or --credential.'],
    [['revoke', ...D, '--device', 'anna'], '--device must be an id, a UUID in lower case.'],
    [['audit', ...D, '--device', ID], 'audit takes no --device.'],
    [['backup', ...D], '--to must name a new file.'],
    [['restore', ...D], '--from must name a backup.'],
    [['gaps', ...D, '--all'], "Unknown option '--all'"],
  ])('%j', (args, sentence) => {
    expect(readAdminOptions(args)).toEqual(expect.stringContaining(sentence))
    expect(readAdminOptions(args)).not.toContain('anna')
  })

  test('and how to use it', () => {
    const { status, stdout, stderr } = admin('purge')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^The first word must be a command: .+\.\n\nUsage: node collector\/admin\.ts COMMAND/)
  })
})

test.each([['erase', '--device', ID], ['revoke', '--device', ID], ['gaps'], ['audit'], ['backup', '--to', 'y']])(
  '%s where there is no database ends with 1 and makes none',
  (...args) => {
    const dir = aDirectory()
    expect(admin(...args, '--data', dir)).toEqual({ status: 1, stdout: '', stderr: `${args[0]}: there is no waymark.db in ${dir}.\n` })
    expect(bytesOnDisk(dir)).toBe('')
  },
)
