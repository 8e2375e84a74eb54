import { readFileSync, readdirSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { join } from 'node:path'

/**
 * Looks for a word of the unlisted site in everything under some folders: files as they are, and gzip members inside them,
 * which is how the collector keeps batches.
 * @returns files it was found in
 */
export function filesWith(word: string, folders: string[]): string[] {
  return folders.flatMap(filesUnder).filter((file) => holds(readFileSync(file), word))
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08])

function holds(bytes: Buffer, word: string): boolean {
  if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) return true
  for (let start = bytes.indexOf(GZIP_MAGIC); start >= 0; start = bytes.indexOf(GZIP_MAGIC, start + 1)) {
    const unpacked = unpack(bytes.subarray(start))
    if (unpacked?.includes(word)) return true
  }
  return false
}

function unpack(bytes: Buffer): Buffer | null {
  try {
    // Ends at whatever follows the member in the database page.
    return gunzipSync(bytes, { finishFlush: 2 })
  } catch {
    // The magic bytes turned up by chance.
    return null
  }
}
