import { gunzipSync } from 'node:zlib'

/** Bytes of a tar block: headers and contents are padded to it. */
const BLOCK = 512

/**
 * The files of a package as npm packs it: path without the leading folder, and bytes. Reads ustar and the pax header that npm writes for
 * long paths, nothing else.
 */
export function filesOf(archive: Uint8Array): Map<string, Buffer> {
  const tar = gunzipSync(archive)
  const files = new Map<string, Buffer>()
  let longPath: string | undefined
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + BLOCK)
    const size = Number.parseInt(field(header, 124, 12), 8)
    if (!Number.isSafeInteger(size)) throw new Error('not a tar archive')
    const body = tar.subarray(at + BLOCK, at + BLOCK + size)
    const type = field(header, 156, 1)
    if (type === 'x') {
      longPath = /^\d+ path=(.*)$/m.exec(body.toString('utf8'))?.[1]
    } else {
      const prefix = field(header, 345, 155)
      const path = longPath ?? (prefix === '' ? '' : `${prefix}/`) + field(header, 0, 100)
      if (type === '0' || type === '') files.set(path.slice(path.indexOf('/') + 1), body)
      longPath = undefined
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}

/** A text field of a header: ends at its first NUL or at its width. */
function field(header: Buffer, start: number, width: number): string {
  const text = header.toString('utf8', start, start + width)
  const end = text.indexOf('\0')
  return (end < 0 ? text : text.slice(0, end)).trim()
}
