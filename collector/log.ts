/**
 * The write-ahead log as bytes. SQLite reads a log up to the first frame whose checksum is wrong, and takes what is behind it for
 * something that was never committed. A damaged byte in the middle would so undo, without a word, what was acknowledged since.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { endianness } from 'node:os'

/** https://sqlite.org/fileformat2.html#walformat, all in bytes. */
const HEADER = { size: 32, page: 8, salts: 16, sum: 24 }
const FRAME = { size: 24, truncate: 4, salts: 8, sum: 16 }
const SALTS = 8
/** The first word says how numbers are added up; it is written by a machine of this kind, or the log is another's. */
const MAGIC = endianness() === 'LE' ? 0x377f0682 : 0x377f0683

/** Of the log's form, the same since there are logs. */
const FORMAT = 3_007_000

type Sum = readonly [number, number]

/** `bytes` are a multiple of 8 long. */
function addUp(bytes: Uint8Array, [first, second]: Sum): Sum {
  // Copied, because words must begin at a multiple of four.
  const words = new Uint32Array(Uint8Array.from(bytes).buffer)
  let [a, b] = [first, second]
  for (let at = 0; at < words.length; at += 2) {
    a = (a + (words[at] ?? 0) + b) >>> 0
    b = (b + (words[at + 1] ?? 0) + a) >>> 0
  }
  return [a, b]
}

const sumAt = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
const isSame = ([a, b]: Sum, [c, d]: Sum) => a === c && b === d

/** Each generation of a log has two new numbers; one of them may be damaged. */
const isOfOne = (some: Buffer, other: Buffer) =>
  some.subarray(0, 4).equals(other.subarray(0, 4)) || some.subarray(4).equals(other.subarray(4))

type Frame = { at: number; salts: Buffer; isCommit: boolean; sum: Sum; follows: (before: Sum) => Sum }
type Log = { page: number; isHeaderWhole: boolean; salts: Buffer; sum: Sum; frames: Frame[] }

function readLog(bytes: Buffer): Log | null {
  if (bytes.length < HEADER.size) return null
  const sum = sumAt(bytes, HEADER.sum)
  const isHeaderWhole = bytes.readUInt32BE(0) === MAGIC && isSame(addUp(bytes.subarray(0, HEADER.sum), [0, 0]), sum)
  // What SQLite takes where nobody says otherwise, as the collector does not.
  const page = isHeaderWhole ? bytes.readUInt32BE(HEADER.page) : 4096
  const step = FRAME.size + page
  const frames: Frame[] = []
  for (let at = HEADER.size; at + step <= bytes.length; at += step) {
    const frame = bytes.subarray(at, at + step)
    frames.push({
      at,
      salts: frame.subarray(FRAME.salts, FRAME.salts + SALTS),
      isCommit: frame.readUInt32BE(FRAME.truncate) > 0,
      sum: sumAt(frame, FRAME.sum),
      follows: (before) => addUp(frame.subarray(FRAME.size), addUp(frame.subarray(0, FRAME.salts), before)),
    })
  }
  const written = bytes.subarray(HEADER.salts, HEADER.salts + SALTS)
  const first = frames[0]?.salts ?? written
  return { page, isHeaderWhole, salts: !isHeaderWhole && isOfOne(first, written) ? first : written, sum, frames }
}

/** The first frame that SQLite does not read, and the one after the last that was written behind it in one go. */
function brokenPart({ isHeaderWhole, salts, sum, frames }: Log): { from: number; to: number } {
  const follows = (index: number) => {
    const [frame, before] = [frames[index], index === 0 ? sum : frames[index - 1]?.sum]
    return frame !== undefined && before !== undefined && frame.salts.equals(salts) && isSame(frame.follows(before), frame.sum)
  }
  let from = 0
  if (isHeaderWhole) while (follows(from)) from += 1
  // A damaged sum breaks two frames, its own and the next: each begins with the sum of the one before.
  let to = follows(from + 1) ? from + 1 : from + 2
  while (follows(to)) to += 1
  return { from, to: Math.min(to, frames.length) }
}

/**
 * `unfinished`: the last transaction cannot be read, as after a loss of power in the middle of writing it; nobody was told that it is
 * stored. `damaged`: there is at least one after it, so that it was synced and acknowledged. Frames are counted from 1.
 */
export type LogState = { state: 'whole' } | { state: 'unfinished' | 'damaged'; frame: number; transactions: number }

function judge(log: Log): LogState & { to?: number } {
  const { from, to } = brokenPart(log)
  // Behind a log that was begun anew stands the rest of the one before.
  const broken = log.frames.slice(from, to).filter(({ salts }) => isOfOne(salts, log.salts))
  const transactions = broken.filter(({ isCommit }) => isCommit).length
  if (transactions === 0) return { state: 'whole' }
  // What is written again after it failed leaves the rest of what failed behind it, of one transaction.
  return { state: transactions > 1 || !log.isHeaderWhole ? 'damaged' : 'unfinished', frame: from + 1, transactions, to }
}

/** More than Node reads at once; no log grows so long that is folded in every 1,000 pages. */
const MAX_BYTES = 2 ** 31 - 1
const readBytes = (path: string) => (existsSync(path) && statSync(path).size <= MAX_BYTES ? readFileSync(path) : Buffer.alloc(0))

/** Of the log at `path`, which may be absent, or be written meanwhile. @throws what the file system throws */
export function logState(path: string): LogState {
  const look = (): LogState => {
    const log = readLog(readBytes(path))
    if (!log) return { state: 'whole' }
    const { to: _, ...state } = judge(log)
    return state
  }
  const state = look()
  if (state.state !== 'damaged') return state
  // Of a log that was begun anew between two reads there may be two halves; damage stays where it is.
  const again = look()
  return again.state === 'damaged' && again.frame === state.frame ? again : { state: 'whole' }
}

/** The bytes of a damaged log with sums that are right, so that SQLite reads all of it, the damaged page too; null if it is not damaged. */
export function mendedLog(path: string): Buffer | null {
  const bytes = readBytes(path)
  const log = readLog(bytes)
  if (!log) return null
  const { state, to = 0 } = judge(log)
  if (state !== 'damaged') return null
  const write = (at: number, [a, b]: Sum) => bytes.writeUInt32BE(b, bytes.writeUInt32BE(a, at))
  const salts = Buffer.from(log.salts)
  write(0, [MAGIC, FORMAT])
  bytes.writeUInt32BE(log.page, HEADER.page)
  salts.copy(bytes, HEADER.salts)
  let sum = addUp(bytes.subarray(0, HEADER.sum), [0, 0])
  write(HEADER.sum, sum)
  for (const { at, follows } of log.frames.slice(0, to)) {
    salts.copy(bytes, at + FRAME.salts)
    sum = follows(sum)
    write(at + FRAME.sum, sum)
  }
  return bytes.subarray(0, HEADER.size + to * (FRAME.size + log.page))
}
