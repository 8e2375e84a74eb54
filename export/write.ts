import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes the pieces to `file` so that it is there whole or not at all: under another name first, on disk, then renamed.
 * The file can be read by its owner only; whom to give it to is a decision of its own.
 * @throws what the file system or the pieces throw; an older `file` is then as it was
 */
export function writeWhole(file: string, pieces: Iterable<string | Uint8Array>): void {
  const partial = `${file}.tmp`
  const descriptor = openSync(partial, 'w', 0o600)
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece)
    fsyncSync(descriptor)
    closeSync(descriptor)
    renameSync(partial, file)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
