/** The real collector in a process of its own, on a free port of loopback. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { TOKEN } from './delivery.ts'

const MAIN = new URL('../../../collector/main.ts', import.meta.url).pathname

type Start = { args: string[]; env?: Record<string, string>; wrap?: string[] }

/** `wrap` is a command line that runs the one given after it, as `setpriv` does. */
export function run({ args, env = { WAYMARK_TOKEN: TOKEN }, wrap = [] }: Start) {
  const [command = '', ...rest] = [...wrap, process.execPath, MAIN, ...args]
  const child = spawn(command, rest, { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const errors: string[] = []
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, errors: errors.join('') }))
  })
  /** The next line of standard output; what went to standard error instead, if it has ended. */
  const line = async () => {
    const next: IteratorResult<string, undefined> = await lines.next()
    if (next.done) throw new Error(`the collector ended: ${(await ended).errors}`)
    return next.value
  }
  return { child, line, ended }
}

export async function start({ dir, args = [], ...rest }: { dir: string; args?: string[] } & Omit<Start, 'args'>) {
  const running = run({ args: ['--port', '0', '--data', dir, ...args], ...rest })
  const line = await running.line()
  const [, port] = /^collector listening on http:\/\/127\.0\.0\.1:(\d+)$/.exec(line) ?? []
  if (!port) throw new Error(`unexpected first line: ${line}`)
  return { ...running, port: Number(port), url: `http://127.0.0.1:${port}` }
}
