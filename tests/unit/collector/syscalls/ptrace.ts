/** ptrace(2) and waitpid(2), as much of them as it takes to see the system calls of a process, and to refuse some. */
import { constants } from 'node:os'
import koffi from 'koffi'
import { z } from 'zod'

const libc = koffi.load('libc.so.6')
const Result = z.number()
const ptrace = libc.func('long ptrace(long request, long tid, uintptr_t address, void *data)')
const ptraceNumber = libc.func('ptrace', 'long', ['long', 'long', 'uintptr_t', 'uintptr_t'])
const waitpid = libc.func('int waitpid(int pid, _Out_ int *status, int options)')

/** From linux/ptrace.h; the same on every architecture but for the two of the registers, which are those of x64. */
const SEIZE = 0x4206
const SYSCALL = 24
const LISTEN = 0x4208
const GET_SYSCALL_INFO = 0x420e
const GETREGS = 12
const SETREGS = 13
/** TRACESYSGOOD (a stop at a call is told from a signal), TRACECLONE (new threads too), EXITKILL (no process outlives its tracer). */
const OPTIONS = 0x1 | 0x8 | 0x100000
/** From wait.h: threads too. */
const WALL = 0x40000000
const ESRCH = constants.errno.ESRCH

/** Of `struct ptrace_syscall_info`: the operation, then what depends on it. All in bytes. */
const INFO = { size: 88, number: 24, arguments: 32, result: 24, isError: 32 }
const ENTRY = 1
const EXIT = 2
/** Of `struct user_regs_struct` on x64, in bytes. */
const REGISTERS = { size: 216, result: 80, number: 120 }

export type Call = { number: number; args: number[] }
/** `begin` and `end` of a system call of a thread; `result` is below 0 where it failed. */
export type Stop = { tid: number } & (
  | { at: 'begin'; call: Call }
  | { at: 'end'; result: number }
  | { at: 'signal'; signal: number }
  | { at: 'pause' }
  | { at: 'gone' }
)

function request(name: string, result: unknown): void {
  // A thread may have been killed in the meantime; its end is the next thing that is heard of it.
  if (Result.parse(result) < 0 && koffi.errno() !== ESRCH) throw new Error(`ptrace ${name} failed with the error ${koffi.errno()}`)
}

/** Takes hold of a process, which has one thread. @throws {Error} where the machine does not permit that */
export function seize(pid: number): void {
  if (Result.parse(ptraceNumber(SEIZE, pid, 0, OPTIONS)) < 0) throw new Error(`ptrace is refused with the error ${koffi.errno()}`)
}

/** Waits for the next stop of any thread, or returns null when none is left. */
export function nextStop(): Stop | null {
  const out: (number | null)[] = [null]
  const tid = Result.parse(waitpid(-1, out, WALL))
  if (tid < 0) return null
  const status = Result.parse(out[0])
  if ((status & 0xff) !== 0x7f) return { tid, at: 'gone' }
  const signal = (status >> 8) & 0xff
  const event = status >> 16
  if (signal === (constants.signals.SIGTRAP | 0x80)) return callAt(tid)
  // PTRACE_EVENT_STOP is 128: with SIGTRAP a new thread reports, with another signal the process is to stand still.
  if (event === 128 && signal !== constants.signals.SIGTRAP) return { tid, at: 'pause' }
  return { tid, at: 'signal', signal: event === 0 ? signal : 0 }
}

function callAt(tid: number): Stop {
  const info = Buffer.alloc(INFO.size)
  request('GET_SYSCALL_INFO', ptrace(GET_SYSCALL_INFO, tid, INFO.size, info))
  const operation = info.readUInt8(0)
  if (operation === EXIT) return { tid, at: 'end', result: Number(info.readBigInt64LE(INFO.result)) }
  if (operation !== ENTRY) return { tid, at: 'signal', signal: 0 }
  const args = [0, 1, 2, 3, 4, 5].map((n) => Number(info.readBigUInt64LE(INFO.arguments + 8 * n)))
  return { tid, at: 'begin', call: { number: Number(info.readBigUInt64LE(INFO.number)), args } }
}

/** Goes on to the next stop. */
export function goOn({ tid, ...stop }: Stop): void {
  if (stop.at === 'gone') return
  const how = stop.at === 'pause' ? LISTEN : SYSCALL
  request('goOn', ptraceNumber(how, tid, 0, stop.at === 'signal' ? stop.signal : 0))
}

/** Has the call that has just begun do nothing, and end with this error. For x64. */
export function refuse(tid: number, error: number): void {
  const registers = Buffer.alloc(REGISTERS.size)
  request('GETREGS', ptrace(GETREGS, tid, 0, registers))
  registers.writeBigInt64LE(-1n, REGISTERS.number)
  registers.writeBigInt64LE(BigInt(-error), REGISTERS.result)
  request('SETREGS', ptrace(SETREGS, tid, 0, registers))
}
