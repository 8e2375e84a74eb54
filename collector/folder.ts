import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a directory and those above it, readable by the owner only. Node's own recursive way never returns where the kernel
 * answers that a directory which is there is not, as below /proc.
 */
export function makeFolder(dir: string): void {
  const missing: string[] = []
  for (let at = resolve(dir); !existsSync(at); at = dirname(at)) missing.unshift(at)
  for (const folder of missing) mkdirSync(folder, { mode: 0o700 })
}
