/** Zip archives that are the same bytes whenever they hold the same files: in order of their names, without times and owners. */
import { crc32, deflateRawSync } from 'node:zlib'

/** `path` is relative, with slashes. */
export type Entry = { path: string; bytes: Buffer; executable?: boolean }

/** 2.0, the version of the format that knows deflate and folders. */
const VERSION = 20
/** Made on Unix: what makes unpackers read the permissions below. */
const UNIX = 3 << 8
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATE = 8
/** 1 January 1980, 0:00: the first moment that the format can tell. */
const DATE = 0x21
const SMALLEST = 9

/** Order of UTF-16 code units, which no locale changes. */
const byPath = (a: Entry, b: Entry) => (a.path < b.path ? -1 : 1)

export function zip(entries: Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes, executable = false } of entries.toSorted(byPath)) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(bytes, { level: SMALLEST })
    const facts = factsOf(name, packed, bytes)
    const local = Buffer.concat([u32(0x04034b50), u16(VERSION), facts, u16(0), name, packed])
    // After the facts: no extra field, no comment, first disk, binary, permissions, and where the file begins.
    const mode = (executable ? 0o100755 : 0o100644) * 0x10000
    const rest = [u16(0), u16(0), u16(0), u16(0), u32(mode), u32(offset)]
    directory.push(Buffer.concat([u32(0x02014b50), u16(UNIX | VERSION), u16(VERSION), facts, ...rest, name]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const count = u16(entries.length)
  return Buffer.concat([...parts, listed, u32(0x06054b50), u16(0), u16(0), count, count, u32(listed.length), u32(offset), u16(0)])
}

/** What both headers of a file say of it, up to the length of its name. */
function factsOf(name: Buffer, packed: Buffer, bytes: Buffer): Buffer {
  const sizes = [u32(crc32(bytes)), u32(packed.length), u32(bytes.length), u16(name.length)]
  return Buffer.concat([u16(FLAGS), u16(DEFLATE), u16(0), u16(DATE), ...sizes])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
