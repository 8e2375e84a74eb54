import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = new URL('../..', import.meta.url).pathname

/** Files of the repository as git has them, and those it would take: what is ignored is left out. */
export function trackedFiles(): string[] {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const listed = execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).split('\0')
  return [...new Set(listed)].filter((file) => file !== '' && existsSync(join(ROOT, file)))
}

export const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
