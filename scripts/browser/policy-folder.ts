import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian's Chromium looks. The path is compiled in; there is no switch for it. */
export const BROWSER_FOLDER = '/etc/chromium'
export const MANAGED = 'policies/managed'

/** A place the browser reads its enterprise policy from. */
export type PolicyFolder = {
  /** Program to start in the browser's place. */
  executable: string
  /** Replaces the policy in one step; a browser that is running notices after its settling time of 5 s. */
  write: (policy: unknown) => void
  clear: () => void
  /** Leaves nothing behind. */
  remove: () => void
}

/** Replaced by renaming, so that the browser never reads half a file. The draft's name ends in nothing the browser reads. */
export function replaceFile(folder: string, name: string, text: string): void {
  const draft = join(folder, `.${name}.draft`)
  writeFileSync(draft, text, { mode: 0o644 })
  renameSync(draft, join(folder, name))
}

export const removeFile = (folder: string, name: string) => rmSync(join(folder, name), { force: true })
