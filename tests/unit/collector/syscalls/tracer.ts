/**
 * Runs a command and writes down what it does to the collector's files and which answers it gives, in the order in which it does:
 * `tracer.ts LOG FAULT COMMAND...`. A line of LOG is written before the process hears that the call is over, or, of an answer, before
 * it is sent. While the file FAULT exists, calls are refused as its content says: `read-only` or `sync`.
 */
import { spawn } from 'node:child_process'
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, readlinkSync } from 'node:fs'
import { constants } from 'node:os'
import { basename } from 'node:path'
import { goOn, nextStop, refuse, seize, type Call } from './ptrace.ts'

/** Numbers of the calls, from asm/unistd.h. */
const NUMBERS = {
  x64: { write: 1, writev: 20, pwrite64: 18, ftruncate: 77, fsync: 74, fdatasync: 75 },
  arm64: { write: 64, writev: 66, pwrite64: 68, ftruncate: 46, fsync: 82, fdatasync: 83 },
}
const numbers = process.arch === 'arm64' ? NUMBERS.arm64 : NUMBERS.x64
const nameOf = new Map(Object.entries(numbers).map(([name, number]) => [number, name]))

const [log = '', fault = '', ...command] = process.argv.slice(2)
const note = (line: string) => appendFileSync(log, `${line}\n`)

function memory(pid: number, address: number, length: number): Buffer {
  const file = openSync(`/proc/${pid}/mem`, 'r')
  const bytes = Buffer.alloc(length)
  readSync(file, bytes, 0, length, address)
  closeSync(file)
  return bytes
}

/** Name of the file behind a descriptor; of what is no file, something else. */
function fileOf(pid: number, descriptor: number): string {
  try {
    return basename(readlinkSync(`/proc/${pid}/fd/${descriptor}`))
  } catch {
    return ''
  }
}

const ANSWER = /^HTTP\/1\.1 (\d{3})/
function answerIn(pid: number, name: string, [, address = 0, length = 0]: number[]): string | undefined {
  // Of a list of pieces (struct iovec: address, length) the first has the status.
  const first = name === 'writev' ? memory(pid, address, 16) : null
  const [at, size] = first ? [Number(first.readBigUInt64LE(0)), Number(first.readBigUInt64LE(8))] : [address, length]
  return ANSWER.exec(memory(pid, at, Math.min(size, 12)).toString('latin1'))?.[1]
}

/** @returns the line to write when the call has ended well, if it is of interest */
function begun(pid: number, { number, args }: Call): string | null {
  const name = nameOf.get(number)
  if (name === undefined) return null
  const file = fileOf(pid, args[0] ?? -1)
  if (file.startsWith('socket:') && name.startsWith('write')) {
    const status = answerIn(pid, name, args)
    if (status !== undefined) note(`answer ${status}`)
    return null
  }
  if (!/^waymark\.db(-wal)?$/.test(file)) return null
  const isSync = name.endsWith('sync')
  const asked = existsSync(fault) ? readFileSync(fault, 'utf8') : null
  if (asked === 'read-only' && !isSync) refuse(pid, constants.errno.EROFS)
  if (asked === 'sync' && isSync) refuse(pid, constants.errno.EIO)
  if (isSync) return `sync ${file}`
  return name === 'ftruncate' ? `cut ${file} ${args[1]}` : `write ${file} ${args[3]} ${args[2]}`
}

// It stands still before it becomes the command, so that it is one thread, and nothing of the command is missed.
const child = spawn('sh', ['-c', 'kill -STOP $$; exec "$0" "$@"', ...command], { stdio: 'inherit' })
const pid = child.pid ?? 0
while (!/^\d+ \(.*\) T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) continue
seize(pid)
process.kill(pid, 'SIGCONT')

const pending = new Map<number, string>()
for (let stop = nextStop(); stop !== null; stop = nextStop()) {
  if (stop.at === 'begin') {
    const line = begun(stop.tid, stop.call)
    if (line !== null) pending.set(stop.tid, line)
  }
  if (stop.at === 'end') {
    const line = pending.get(stop.tid)
    pending.delete(stop.tid)
    if (line !== undefined) note(stop.result < 0 ? `failed ${line}` : line)
  }
  goOn(stop)
}
// Node waits for a child whose end was told to us and not to it.
process.exit()
