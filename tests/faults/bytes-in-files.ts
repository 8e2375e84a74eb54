import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Too few to look like anything else, and enough to be nowhere by chance. */
const PIECE = 8
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Random letters: no compression changes them, though it may take them apart at a block's end. */
export const randomText = (length = 24) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
/** As gzip makes it. */
export const randomBody = (length: number) => randomBytes(length)

/** Pieces of texts and bodies, any of which would give them away. */
export function piecesOf(...secrets: (string | Buffer)[]): Buffer[] {
  return secrets
    .map((secret) => Buffer.from(secret))
    .flatMap((bytes) => {
      const apart = bytes.length > 1024 ? 1024 : PIECE
      const starts = Array.from({ length: Math.floor((bytes.length - PIECE) / apart) + 1 }, (_, place) => place * apart)
      return starts.map((start) => bytes.subarray(start, start + PIECE))
    })
}

/** Files under a folder that hold any of the pieces. One that is deleted while it is looked for holds nothing. */
export function filesWith(folder: string, pieces: Buffer[]): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = entries.map((entry) => join(entry.parentPath, entry.name))
  return files.filter((file) => holds(file, pieces)).map((file) => relative(folder, file))
}

function holds(file: string, pieces: Buffer[]): boolean {
  try {
    const bytes = readFileSync(file)
    return pieces.some((piece) => bytes.includes(piece))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
