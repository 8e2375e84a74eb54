import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { onExit } from './on-exit.ts'

const MAIN = new URL('../collector/main.ts', import.meta.url).pathname
const LISTENING = /^collector listening on (http:\S+)$/m

export type RunningCollector = {
  /** Origin to deliver to. */
  url: string
  port: number
  token: string
  /** Secrets it accepts from browsers that enrol, separated by commas. */
  joinSecret: string
  dataDir: string
  /** Of its process. */
  pid: number
  /** Everything it has printed so far, on both streams. */
  printed: () => string
  /** Ends it as an administrator would; settles when it has ended. */
  stop: () => Promise<void>
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
}

/**
 * Starts the collector as an administrator would, in a process of its own. With the `port`, `token` and `joinSecret` of one that ended it
 * takes that one's place; otherwise it gets a free port and new secrets. `wrap` is a command line that becomes the one given after it, as
 * `setpriv` does.
 * @throws {Error} with what it printed, when it ends instead of listening
 */
export async function startCollector(
  dataDir: string,
  again: { port?: number; token?: string; joinSecret?: string; wrap?: string[] } = {},
): Promise<RunningCollector> {
  const aSecret = () => randomBytes(24).toString('base64url')
  const { token = aSecret(), joinSecret = aSecret() } = again
  const [program, ...words] = [...(again.wrap ?? []), process.execPath, MAIN, '--port', String(again.port ?? 0), '--data', dataDir]
  const child = spawn(program, words, {
    env: { ...process.env, WAYMARK_TOKEN: token, WAYMARK_JOIN_SECRET: joinSecret },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const forget = onExit(() => void child.kill('SIGKILL'))
  const closed = once(child, 'close').then(forget)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await closed
  }

  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: string) => {
      printed += text
      const found = LISTENING.exec(printed)?.[1]
      if (found) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`The collector ended with ${code} instead of listening.\n${printed}`)))
  })

  return {
    url,
    port: Number(new URL(url).port),
    token,
    joinSecret,
    dataDir,
    pid: child.pid ?? 0,
    printed: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
