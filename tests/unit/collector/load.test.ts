/** Many at once: deleting what is old while batches arrive, lines of different speed, and a fleet that is counted to the action. */
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { keepExpiring } from '../../../collector/expiring.ts'
import { listen } from '../../../collector/listen.ts'
import { contentsOf } from '../../../collector/stored-body.ts'
import { openArchive } from '../../../collector/storage.ts'
import { newId } from '../../../lib/trace/id.ts'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { mulberry32 } from '../../fixtures/mulberry32.ts'
import { admin } from './admin.ts'
import { aCollector, aDirectory, read, rowsOf, sequencesIn } from './collector.ts'
import { deliver, headersFor } from './delivery.ts'
import { start } from './process.ts'
import { head, openSocket } from './socket.ts'

const DAY = 24 * 60 * 60_000
const clicks = (count: number) => aSequence({ actions: inOrder(Array.from({ length: count }, () => anAction('click'))) })
const small = (change = {}) => aBatch({ sequences: [clicks(1)], ...change })

test(
  'what is old is deleted while batches arrive: none of those is lost or doubled, and none of the old ones comes back',
  { timeout: 60_000 },
  async () => {
    let now = Date.now() - 3 * DAY
    const { post, storage, dir, lines } = aCollector({ now: () => now })
    const old = Array.from({ length: 800 }, () => small({ id: newId(now) }))
    await Promise.all(old.map((batch) => post(deliver(batch))))
    expect(storage.totals().batches).toBe(800)
    now += 3 * DAY

    const oldLeft = () => rowsOf(dir, `SELECT count(*) AS count FROM batch WHERE bytes > 0 AND received_at < ${now - DAY}`)[0]
    const end = keepExpiring(storage, { days: 1, now: () => now, log: (line) => lines.push(line) })
    const fresh: string[] = []
    const during: object[] = []
    const client = async (n: number) => {
      for (let sent = 0; sent < 30; sent += 1) {
        const batch = small()
        const answers = await Promise.all([batch, batch].map((copy) => read(post(deliver(copy)))))
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
        fresh.push(batch.id)
        during.push(oldLeft() ?? {})
        const again = old[(n * 30 + sent) % old.length]
        if (again) expect((await post(deliver(again))).status).toBe(200)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => client(n)))
    await end()
    // Otherwise nothing arrived while some were deleted and some were not.
    expect(new Set(during.map((left) => JSON.stringify(left))).size).toBeGreaterThan(2)
    expect(oldLeft()).toEqual({ count: 0 })
    expect(Object.keys(sequencesIn(dir)).sort()).toEqual(fresh.sort())
    expect(storage.totals()).toEqual({ batches: 240, sequences: 240, actions: 240 })
    expect(lines).toEqual([])
  },
)

test('a line that carries a few bytes at a time delivers in the end, and holds up nobody meanwhile', async () => {
  const { app, storage } = aCollector()
  const server = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.stop())
  const batch = aBatch()
  const bytes = gzipSync(JSON.stringify(batch))
  const slow = openSocket(server.port)
  slow.socket.setNoDelay(true)
  const request = Buffer.concat([Buffer.from(head({ ...headersFor(bytes, batch.id), 'content-length': String(bytes.length) })), bytes])
  for (let at = 0; at < request.length; at += 16) {
    await new Promise((resolve) => slow.socket.write(request.subarray(at, at + 16), resolve))
    if (at % 640 === 0) expect((await fetch(`http://127.0.0.1:${server.port}/v1/batches`, deliver(small()))).status).toBe(201)
  }
  const answer = await slow.receives('"status":"stored"')
  expect(answer).toContain('HTTP/1.1 201 Created')
  expect(storage.totals().batches).toBe(1 + Math.ceil(request.length / 640))
})

test(
  'of a fleet whose answers are lost and whose collector is killed, what is stored is what was recorded, to the action',
  { timeout: 60_000 },
  async () => {
    const random = mulberry32(20)
    const dir = aDirectory()
    let collector = await start({ dir })
    let revived = Promise.resolve()
    const crash = async () => {
      collector.child.kill('SIGKILL')
      await collector.ended
      collector = await start({ dir })
    }
    /** Until it is acknowledged; at times the browser does not wait for the answer, and asks again. */
    const send = async (batch: ReturnType<typeof aBatch>) => {
      for (;;) {
        await revived
        const impatience = new AbortController()
        const asked = fetch(`${collector.url}/v1/batches`, { ...deliver(batch), signal: impatience.signal })
        if (random() < 0.2) setImmediate(() => impatience.abort())
        const status = await asked.then(
          async (answer) => {
            await answer.arrayBuffer()
            return answer.status
          },
          () => 0,
        )
        if (status === 200 || status === 201) return
        expect(status).toBe(0)
      }
    }

    const devices = Array.from({ length: 10 }, () => ({ device: randomUUID(), recorded: 0, delivered: 0, dropped: 0 }))
    const day = new Date().toISOString().slice(0, 10)
    let sent = 0
    const work = async (one: (typeof devices)[number]) => {
      for (let ordinal = 0; ordinal < 15; ordinal += 1) {
        const sequences = Array.from({ length: 1 + Math.floor(random() * 3) }, () => clicks(1 + Math.floor(random() * 4)))
        const actions = sequences.reduce((sum, sequence) => sum + sequence.actions.length, 0)
        const dropped = Math.floor(random() * 3)
        one.recorded += actions + dropped
        one.dropped += dropped
        const { recorded, delivered: acknowledged } = one
        const ledger = { day, recorded, acknowledged, waiting: actions, dropped: { 'dropped-paused': one.dropped } }
        await send(aBatch({ device: one.device, ordinal, sequences, ledger }))
        one.delivered += actions
        sent += 1
        if (sent % 40 === 0) revived = crash()
      }
    }
    await Promise.all(devices.map(work))
    await revived

    const stored = new Map<string, number>()
    const deviceOf = new Map(
      rowsOf(dir, 'SELECT id, device FROM batch')
        .map((row) => Object.values(row).map(String))
        .map(([id = '', device = '']) => [id, device]),
    )
    const archive = openArchive(dir)
    for (const { id, body } of archive.batches()) {
      const device = deviceOf.get(id) ?? ''
      stored.set(
        device,
        (contentsOf(body)?.parts ?? []).reduce((sum, part) => sum + part.actions, stored.get(device) ?? 0),
      )
    }
    archive.close()
    for (const { device, recorded, delivered, dropped } of devices) {
      expect(stored.get(device)).toBe(delivered)
      expect(recorded).toBe(delivered + dropped)
    }
    const whole = admin('gaps', '--data', dir)
    expect(whole).toMatchObject({ status: 0, stdout: expect.stringContaining('10 devices, 0 with gaps.') })
    for (const { device, dropped } of devices) expect(whole.stdout).toContain(`${device}: dropped by itself: dropped-paused ${dropped}\n`)

    // One that is lost on the way, and one action that nobody can account for.
    const [first, second] = devices
    await send(small({ device: first?.device, ordinal: 16, ledger: undefined }))
    await send(small({ device: second?.device, ordinal: 15, ledger: { day, recorded: 5, acknowledged: 3, waiting: 1, dropped: {} } }))
    const { status, stdout } = admin('gaps', '--data', dir)
    expect(status).toBe(1)
    expect(stdout).toContain(`${first?.device}: no batch with the number 15\n`)
    expect(stdout).toContain(`${second?.device}: of 5 actions recorded on ${day}, 4 are accounted for`)
    expect(stdout).toContain('10 devices, 2 with gaps.')
  },
)
