/** Join secrets, revocations and backups as an administrator deals with them. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aBatch } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aDirectory, rowsOf } from './collector.ts'
import { JOIN_SECRET, TOKEN, deliver } from './delivery.ts'
import { aBrowser } from './enrolled.ts'
import { run, start } from './process.ts'

const SECOND = 'second-join-secret-0123456789'
const rotations = (dir: string) => rowsOf(dir, "SELECT detail FROM audit WHERE what = 'rotate'").flatMap(Object.values)

async function stopped({ child, ended }: Awaited<ReturnType<typeof start>>) {
  child.kill('SIGTERM')
  return ended
}

test('which secrets are accepted is said at each start, and changes of it are in the audit chain, without the secrets', async () => {
  const dir = aDirectory()
  const seen: string[] = []
  for (const list of [JOIN_SECRET, JOIN_SECRET, `${JOIN_SECRET},${SECOND}`, SECOND]) {
    const collector = await start({ dir, env: { WAYMARK_JOIN_SECRET: list } })
    const browser = await aBrowser(collector.url)
    seen.push((await browser.enrol(JOIN_SECRET)).status + ' ' + (await browser.enrol(SECOND)).status)
    // A collector that is for browsers with keys has no token that all have in common.
    expect((await fetch(`${collector.url}/v1/batches`, deliver(aBatch()))).status).toBe(401)
    await stopped(collector)
  }
  expect(seen).toEqual(['201 401', '201 401', '201 200', '401 201'])
  expect(rotations(dir)).toEqual([
    '{"accepted":1,"added":1,"removed":0}',
    '{"accepted":2,"added":1,"removed":0}',
    '{"accepted":1,"added":0,"removed":1}',
  ])
  expect(JSON.stringify([rowsOf(dir, 'SELECT joins FROM access'), rowsOf(dir, 'SELECT * FROM audit')])).not.toContain('secret')
  expect(admin('audit', '--data', dir)).toMatchObject({ status: 0 })
})

test('a token for all and keys of their own go together, while a fleet changes from one to the other', async () => {
  const collector = await start({ dir: aDirectory(), env: { WAYMARK_TOKEN: TOKEN, WAYMARK_JOIN_SECRET: JOIN_SECRET } })
  const browser = await aBrowser(collector.url)
  await browser.enrol()
  expect(await browser.deliver(aBatch(), await browser.token())).toMatchObject({ status: 201 })
  expect((await fetch(`${collector.url}/v1/batches`, deliver(aBatch()))).status).toBe(201)
})

test('a join secret that can be guessed ends with 2, and is not repeated', async () => {
  const { code, errors } = await run({ args: ['--port', '0', '--data', 'x'], env: { WAYMARK_JOIN_SECRET: 'short-canary' } }).ended
  expect(code).toBe(2)
  expect(errors).toContain('WAYMARK_JOIN_SECRET: join secret 1 is shorter than 16 characters.')
  expect(errors).not.toContain('canary')
})

test('a browser without a token for all is told to enrol', async () => {
  const collector = await start({ dir: aDirectory() })
  expect(await (await aBrowser(collector.url)).enrol()).toMatchObject({ status: 401, body: { error: 'join-secret' } })
})

test('the commands list, revoke and let in again, and say where there is nothing to do', async () => {
  const dir = aDirectory()
  const collector = await start({ dir, env: { WAYMARK_TOKEN: TOKEN, WAYMARK_JOIN_SECRET: JOIN_SECRET } })
  expect(admin('credentials', '--data', dir)).toMatchObject({ status: 0, stdout: 'No browser has enrolled, and none is revoked.\n' })
  const browser = await aBrowser(collector.url)
  await browser.enrol()
  const batch = aBatch()
  const day = new Date().toISOString().slice(0, 10)
  const on = (command: string, ...whom: string[]) => admin(command, ...whom, '--data', dir)

  expect(on('unrevoke', '--credential', browser.id).stdout).toContain('It was not revoked.')
  expect(on('revoke', '--credential', browser.id)).toMatchObject({ status: 0 })
  expect(on('revoke', '--credential', browser.id).stdout).toBe('Nothing was taken from the browser before either.\n')
  expect(on('revoke', '--device', batch.device)).toMatchObject({ status: 0 })
  expect(on('credentials').stdout).toBe(
    `credential ${browser.id}  enrolled ${day}  revoked ${day}\ndevice     ${batch.device}  revoked ${day}\n`,
  )
  expect((await fetch(`${collector.url}/v1/batches`, deliver(batch))).status).toBe(403)
  expect(on('unrevoke', '--device', batch.device).stdout).toMatch(/^What the device sends is taken again\./)
  expect((await fetch(`${collector.url}/v1/batches`, deliver(batch))).status).toBe(201)

  expect(on('erase', '--device', batch.device)).toMatchObject({ status: 0 })
  expect(on('unrevoke', '--device', batch.device).stdout).toContain('It was not revoked. What is erased stays erased.')
  expect((await fetch(`${collector.url}/v1/batches`, deliver(batch))).status).toBe(410)
  expect(on('revoke', '--credential', batch.device)).toMatchObject({
    status: 1,
    stderr: 'revoke: no browser has enrolled with this credential.\n',
  })
})

test.each([
  [['revoke'], 'revoke needs either --device or --credential.'],
  [['unrevoke', '--credential', 'X'], '--credential must be an id, a UUID in lower case.'],
  [['erase', '--credential', 'X'], 'erase takes no --credential.'],
  [['credentials', '--device', 'X'], 'credentials takes no --device.'],
])('%j is wrong usage', (args, sentence) => {
  const { status, stderr } = admin(...args, '--data', 'x')
  expect(status).toBe(2)
  expect(stderr).toContain(sentence)
})

test('who was revoked since a backup stays so when it is restored, and who had enrolled before it is still known', async () => {
  const dir = aDirectory()
  const collector = await start({ dir, env: { WAYMARK_JOIN_SECRET: JOIN_SECRET } })
  const [kept, revoked, late] = [await aBrowser(collector.url), await aBrowser(collector.url), await aBrowser(collector.url)]
  for (const browser of [kept, revoked]) await browser.enrol()
  const token = await kept.token()
  const to = join(aDirectory(), 'backup.db')
  expect(admin('backup', '--data', dir, '--to', to)).toMatchObject({ status: 0 })
  await late.enrol()
  for (const { id } of [revoked, late]) admin('revoke', '--credential', id, '--data', dir)
  await stopped(collector)

  const restored = aDirectory()
  rmSync(restored, { recursive: true })
  expect(admin('restore', '--from', to, '--tombstones', dir, '--data', restored)).toMatchObject({ status: 0 })
  const again = await start({ dir: restored, args: ['--port', new URL(collector.url).port], env: { WAYMARK_JOIN_SECRET: JOIN_SECRET } })
  expect(again.url).toBe(collector.url)
  expect(await kept.deliver(aBatch(), token)).toMatchObject({ status: 201 })
  for (const browser of [revoked, late]) expect(await browser.ask(await browser.challenge())).toMatchObject({ body: { revoked: true } })
})
