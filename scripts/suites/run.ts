import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

const ROOT = new URL('../..', import.meta.url).pathname
const PATH = [join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)

/** Runs a program of the project in plain sight. Settles with its exit code; null when a signal ended it or it never started. */
export async function run(program: string, words: string[], env: Record<string, string> = {}): Promise<number | null> {
  const child = spawn(program, words, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PATH, ...env } })
  // As from a keyboard, whichever it was: at an interrupt test runners end their browsers and still write their reports.
  const pass = () => void child.kill('SIGINT')
  process.on('SIGINT', pass).on('SIGTERM', pass)
  try {
    const closed: unknown[] = await once(child, 'close')
    return typeof closed[0] === 'number' ? closed[0] : null
  } catch (error) {
    console.error(`${program}: ${error instanceof Error ? error.message : 'did not start'}`)
    return null
  } finally {
    process.off('SIGINT', pass).off('SIGTERM', pass)
  }
}
