/** A collector of which every write, every sync and every answer is seen by the kernel's own account, in their order. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aDirectory } from '../collector.ts'
import { start } from '../process.ts'

const TRACER = new URL('tracer.ts', import.meta.url).pathname

/** Whether this machine lets one process trace another; containers may not. */
export function canTrace(): boolean {
  const args = [TRACER, '/dev/null', '/nowhere', 'true']
  return spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 20_000, killSignal: 'SIGKILL' }).status === 0
}

/** Registers are read and written as x64 has them. */
export const canRefuse = () => process.arch === 'x64' && canTrace()

export async function startTraced(dir: string) {
  const notes = aDirectory()
  const [log, fault] = [join(notes, 'log'), join(notes, 'fault')]
  const collector = await start({ dir, wrap: [process.execPath, TRACER, log, fault], args: ['--min-free-mb', '0'] })
  return {
    ...collector,
    /** Ends the collector as `kill -9` does: it does not outlive its tracer. */
    kill: async () => {
      collector.child.kill('SIGKILL')
      await collector.ended
    },
    /** What has happened to the database and been answered so far. */
    events: () => readFileSync(log, 'utf8').split('\n').slice(0, -1),
    /** From now on every write of the database fails, or every sync; with null none does. */
    fail: (what: 'read-only' | 'sync' | null) => (what === null ? rmSync(fault) : writeFileSync(fault, what)),
  }
}
