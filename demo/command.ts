import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Project root: every command of the demo runs there. */
const ROOT = new URL('..', import.meta.url).pathname

/**
 * Runs a command of the project to its end.
 * @throws {Error} with what it printed, when it fails
 */
export async function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => printed.push(part.toString()))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${child.exitCode}\n${printed.join('')}`)
}
