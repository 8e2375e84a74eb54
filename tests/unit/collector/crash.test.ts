import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openArchive } from '../../../collector/storage.ts'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { aDirectory } from './collector.ts'
import { deliver } from './delivery.ts'
import { start } from './process.ts'

const CLIENTS = 8
const CRASHES = 5
const DELIVERIES_A_LIFE = 40

function storedIn(dir: string): string[] {
  const archive = openArchive(dir)
  const ids = [...archive.batches()].map(({ id }) => id)
  archive.close()
  return ids
}

test('what was acknowledged is stored, once, however often the process is killed under load', { timeout: 60_000 }, async () => {
  const dir = aDirectory()
  let collector = await start({ dir })
  let crashes = 0
  let revived = Promise.resolve()
  let sinceStart = 0
  const acknowledged: string[] = []

  async function crash() {
    crashes += 1
    const { child, ended } = collector
    child.kill('SIGKILL')
    await ended
    collector = await start({ dir })
    sinceStart = 0
  }

  /** Delivers one batch until it is acknowledged, as the extension does: same id, same bytes. */
  async function deliverOne() {
    const request = deliver(aBatch({ sequences: [aSequence({ actions: inOrder([anAction('click')]) })] }))
    for (;;) {
      await revived
      const status = await fetch(`${collector.url}/v1/batches`, request).then(
        async (answer) => {
          await answer.arrayBuffer()
          return answer.status
        },
        () => 0,
      )
      if (status === 200 || status === 201) return request.headers['idempotency-key']
      expect(status).toBe(0)
    }
  }

  async function client() {
    while (crashes < CRASHES) {
      acknowledged.push(await deliverOne())
      sinceStart += 1
      if (sinceStart === DELIVERIES_A_LIFE && crashes < CRASHES) revived = crash()
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  collector.child.kill('SIGTERM')
  expect((await collector.ended).code).toBe(0)

  const stored = storedIn(dir)
  expect(acknowledged.length).toBeGreaterThanOrEqual(CRASHES * DELIVERIES_A_LIFE)
  expect(new Set(stored).size).toBe(stored.length)
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([])
  const db = new DatabaseSync(`${dir}/waymark.db`, { readOnly: true })
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(db.prepare('SELECT batches FROM total').get()).toEqual({ batches: stored.length })
  db.close()
})

test(
  'a disk that takes no more is answered with 503, keeps what was acknowledged, and goes on where there is room',
  { timeout: 60_000 },
  async () => {
    const dir = aDirectory()
    // No file may grow past 512 KiB, which is where a full disk shows itself: in a write of the log.
    const limited = await start({ dir, wrap: ['sh', '-c', 'ulimit -f 1024; exec "$0" "$@"'] })
    const acknowledged: string[] = []
    let refused
    for (let tries = 0; tries < 2000 && !refused; tries += 1) {
      const request = deliver(aBatch())
      const answer = await fetch(`${limited.url}/v1/batches`, request)
      await answer.arrayBuffer()
      if (answer.status === 201) acknowledged.push(request.headers['idempotency-key'])
      else refused = { status: answer.status, retryAfter: answer.headers.get('retry-after'), request }
    }
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(refused).toMatchObject({ status: 503, retryAfter: '30' })
    limited.child.kill('SIGTERM')
    await limited.ended

    const roomy = await start({ dir })
    expect((await fetch(`${roomy.url}/v1/batches`, refused?.request)).status).toBe(201)
    roomy.child.kill('SIGTERM')
    await roomy.ended
    const stored = storedIn(dir)
    expect(stored).toHaveLength(acknowledged.length + 1)
    expect(new Set(stored)).toEqual(new Set([...acknowledged, refused?.request.headers['idempotency-key']]))
  },
)
