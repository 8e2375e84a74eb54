import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A file's place in its directory is on the disk when this returns. @throws what the file system throws */
export function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Makes a directory and those above it, readable by the owner only; they outlive a loss of power once it returns. Node's own recursive
 * way never returns where the kernel answers that a directory which is there is not, as below /proc.
 */
export function makeFolder(dir: string): void {
  const missing: string[] = []
  for (let at = resolve(dir); !existsSync(at); at = dirname(at)) missing.unshift(at)
  for (const folder of missing) {
    mkdirSync(folder, { mode: 0o700 })
    sync(dirname(folder))
  }
}
