import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes a fresh folder `<kind>-<pid>-<random>` in `workDir`. Folders that an earlier process left behind when it was
 * killed are removed first; those of a living process, such as a test running beside the demo, are not touched.
 */
export async function scratchFolder(workDir: string, kind: string): Promise<string> {
  await mkdir(workDir, { recursive: true })
  for (const entry of await readdir(workDir)) {
    const pid = new RegExp(`^${kind}-(\\d+)-\\w{6}$`).exec(entry)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(workDir, entry), { recursive: true, force: true })
  }
  return mkdtemp(join(workDir, `${kind}-${process.pid}-`))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Not allowed to signal it: it lives, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
