/** The commands as an administrator gives them. */
import { spawnSync } from 'node:child_process'

export const ADMIN = new URL('../../../collector/admin.ts', import.meta.url).pathname

export function admin(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ADMIN, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}
