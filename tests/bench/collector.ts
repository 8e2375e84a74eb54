/**
 * What a delivery costs: batches a second, CPU of the server for each, bytes on the wire. Spawns the real collector and sends
 * batches of 100 actions from 32 clients. Prints, asserts nothing: rates depend on the machine, bytes do not.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { newId } from '../../lib/trace/id.ts'
import { Batch } from '../../lib/trace/schema.ts'
import { aBusyBatch } from '../fixtures/busy-day.ts'

const CLIENTS = 32
const BATCHES = 1500
/** Sent first and not counted, until the server's code is compiled. */
const WARM_UP = 200
const TOKEN = 'token-of-the-benchmark-0123456789'
/** Distinct contents; ids differ for every delivery. */
const CONTENTS = 200
/** Clock ticks a second in /proc, fixed at 100 on Linux. */
const TICKS = 100

const contents = Array.from({ length: CONTENTS }, (_, seed) => Batch.parse(aBusyBatch(seed)))
/** Made before the clock starts: compressing costs the sender more than storing costs the collector. */
const deliveries = Array.from({ length: WARM_UP + BATCHES }, (_, index) => {
  const id = newId(Date.now())
  const text = JSON.stringify({ ...contents[index % CONTENTS], id })
  const body = gzipSync(text)
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/vnd.waymark.batch+json;v=1',
    'content-encoding': 'gzip',
    'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
    'idempotency-key': id,
  }
  return { raw: Buffer.byteLength(text), request: { method: 'POST', headers, body } }
})

const dir = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
const main = new URL('../../collector/main.ts', import.meta.url).pathname
const child = spawn(process.execPath, [main, '--port', '0', '--data', dir], {
  env: { PATH: process.env.PATH, WAYMARK_TOKEN: TOKEN },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve))
const url = `${line.split(' ').at(-1)}/v1/batches`

/** User and system time of the server so far, in ms. */
function cpuMs(): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS
}

const latencies: number[] = []
let refused = 0
async function client(queue: Iterator<(typeof deliveries)[number]>) {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const start = performance.now()
    const answer = await fetch(url, next.value.request)
    await answer.arrayBuffer()
    latencies.push(performance.now() - start)
    if (answer.status !== 201) refused += 1
  }
}
const send = (queue: Iterator<(typeof deliveries)[number]>) => Promise.all(Array.from({ length: CLIENTS }, () => client(queue)))

await send(deliveries.slice(0, WARM_UP).values())
latencies.length = 0
const measured = deliveries.slice(WARM_UP)
const [startMs, startCpuMs] = [performance.now(), cpuMs()]
await send(measured.values())
const [elapsedMs, spentMs] = [performance.now() - startMs, cpuMs() - startCpuMs]
latencies.sort((a, b) => a - b)
const quantile = (part: number) => (latencies[Math.floor(part * (BATCHES - 1))] ?? 0).toFixed(1)
const actions = BATCHES * aBusyBatch(0).sequences.reduce((sum, sequence) => sum + sequence.actions.length, 0)
const sum = (sizeOf: (delivery: (typeof deliveries)[number]) => number) => measured.reduce((total, delivery) => total + sizeOf(delivery), 0)
const wire = sum(({ request }) => request.body.length)
const raw = sum((delivery) => delivery.raw)

console.log(
  `collector, ${CLIENTS} clients, batches of ${actions / BATCHES} actions, ${availableParallelism()} cores shared with the clients`,
)
console.log(
  `  batches a second      ${((BATCHES / elapsedMs) * 1000).toFixed(0)}   (${BATCHES} sent in ${(elapsedMs / 1000).toFixed(1)} s, ${refused} refused)`,
)
console.log(`  server CPU a batch    ${(spentMs / BATCHES).toFixed(2)} ms`)
console.log(`  answer, p50 / p99     ${quantile(0.5)} / ${quantile(0.99)} ms`)
console.log(`  bytes an action       ${(wire / actions).toFixed(1)} on the wire (gzip), ${(raw / actions).toFixed(0)} as JSON`)

child.kill('SIGTERM')
await once(child, 'exit')
rmSync(dir, { recursive: true })
