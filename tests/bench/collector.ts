/**
 * What a delivery costs: batches a second, CPU of the server for each, bytes on the wire. Spawns the real collector, and beside it
 * the floor, and sends both the same batches of 100 actions from 32 clients, in turns. Prints, asserts nothing: rates depend on the
 * machine, ratios and bytes do not.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { newId } from '../../lib/trace/id.ts'
import { Batch } from '../../lib/trace/schema.ts'
import { aBusyBatch } from '../fixtures/busy-day.ts'

const CLIENTS = 32
/** Each sends its part to either server, so that whatever else the machine does falls on both. */
const ROUNDS = 3
const BATCHES = 500
/** Sent first and not counted, until the server's code is compiled. */
const WARM_UP = 200
const TOKEN = 'token-of-the-benchmark-0123456789'
/** Distinct contents; ids differ for every delivery. */
const CONTENTS = 200
/** Clock ticks a second in /proc, fixed at 100 on Linux. */
const TICKS = 100

type Delivery = { raw: number; request: { method: string; headers: Record<string, string>; body: Buffer<ArrayBuffer> } }

const contents = Array.from({ length: CONTENTS }, (_, seed) => Batch.parse(aBusyBatch(seed)))
const ids = () => newId(Date.now())

/** Made before the clock starts: compressing costs the sender more than storing costs the collector. */
function aDelivery(index: number): Delivery {
  const id = ids()
  const content = contents[index % CONTENTS]
  // Every sequence is a new one, as in life: a copy would be left out.
  const sequences = content?.sequences.map((sequence) => ({ ...sequence, id: ids() }))
  const text = JSON.stringify({ ...content, id, sequences })
  const body = gzipSync(text)
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/vnd.waymark.batch+json;v=1',
    'content-encoding': 'gzip',
    'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
    'idempotency-key': id,
  }
  return { raw: Buffer.byteLength(text), request: { method: 'POST', headers, body } }
}

const warmUp = Array.from({ length: WARM_UP }, (_, index) => aDelivery(index))
const rounds = Array.from({ length: ROUNDS }, () => Array.from({ length: BATCHES }, (_, index) => aDelivery(index)))

async function startServer(file: URL, args: (dir: string) => string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  const child = spawn(process.execPath, [file.pathname, ...args(dir)], {
    env: { PATH: process.env.PATH, WAYMARK_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve))
  const url = `${line.split(' ').at(-1)}/v1/batches`
  const measured = { elapsedMs: 0, cpuMs: 0, refused: 0, latencies: [] as number[] }

  /** User and system time of the server so far, in ms. */
  function cpuMs(): number {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS
  }

  async function client(queue: Iterator<Delivery>) {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const start = performance.now()
      const answer = await fetch(url, next.value.request)
      await answer.arrayBuffer()
      measured.latencies.push(performance.now() - start)
      if (answer.status !== 201) measured.refused += 1
    }
  }
  const send = async (deliveries: Delivery[]) => {
    const queue = deliveries.values()
    await Promise.all(Array.from({ length: CLIENTS }, () => client(queue)))
  }

  await send(warmUp)
  measured.latencies.length = 0
  return {
    measured,
    async round(deliveries: Delivery[]) {
      const [startMs, startCpuMs] = [performance.now(), cpuMs()]
      await send(deliveries)
      measured.elapsedMs += performance.now() - startMs
      measured.cpuMs += cpuMs() - startCpuMs
    },
    async end() {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(dir, { recursive: true })
    },
  }
}

const collector = await startServer(new URL('../../collector/main.ts', import.meta.url), (dir) => [
  '--port',
  '0',
  '--data',
  dir,
  '--device-actions',
  '0',
])
const floor = await startServer(new URL('./collector-floor.ts', import.meta.url), (dir) => [dir])
for (const deliveries of rounds) {
  await collector.round(deliveries)
  await floor.round(deliveries)
}
await collector.end()
await floor.end()

const all = rounds.flat()
const [ours, least] = [collector.measured, floor.measured]
const perSecond = ({ elapsedMs }: { elapsedMs: number }) => (all.length / elapsedMs) * 1000
const cpu = (server: { cpuMs: number }) => server.cpuMs / all.length
const quantile = ({ latencies }: { latencies: number[] }, part: number) =>
  (latencies.toSorted((a, b) => a - b)[Math.floor(part * (latencies.length - 1))] ?? 0).toFixed(1)
const actions = all.length * aBusyBatch(0).sequences.reduce((sum, sequence) => sum + sequence.actions.length, 0)
const sum = (sizeOf: (delivery: Delivery) => number) => all.reduce((total, delivery) => total + sizeOf(delivery), 0)

const beside = `${availableParallelism()} cores shared with the clients, load ${(loadavg()[0] ?? 0).toFixed(1)}`
console.log(`collector, ${CLIENTS} clients, batches of ${actions / all.length} actions, ${beside}`)
console.log('                        collector    floor    ratio')
const row = (name: string, a: number, b: number, digits: number) =>
  console.log(`  ${name.padEnd(20)}${a.toFixed(digits).padStart(11)}${b.toFixed(digits).padStart(9)}${(a / b).toFixed(2).padStart(9)}`)
row('batches a second', perSecond(ours), perSecond(least), 0)
row('server CPU a batch/ms', cpu(ours), cpu(least), 2)
console.log(
  `  answer, p50 / p99     ${quantile(ours, 0.5)} / ${quantile(ours, 0.99)} ms, floor ${quantile(least, 0.5)} / ${quantile(least, 0.99)} ms`,
)
console.log(`  sent, refused         ${all.length}, ${ours.refused} by the collector, ${least.refused} by the floor`)
console.log(
  `  bytes an action       ${(sum(({ request }) => request.body.length) / actions).toFixed(1)} on the wire (gzip), ${(sum(({ raw }) => raw) / actions).toFixed(0)} as JSON`,
)
