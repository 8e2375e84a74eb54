import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { packageFile } from '../serve/packages.ts'
import { scratchFolder } from '../serve/scratch-folder.ts'
import { LOOPBACK, type RunningSite } from '../serve/serve.ts'
import { SiteError } from '../serve/site-error.ts'
import { fillWiki } from './wiki-folder.ts'

const PRELOAD = fileURLToPath(new URL('./exit-with-parent.ts', import.meta.url))
/** Of what it complains about last, enough to find the line that says why it did not start. */
const COMPLAINT_LENGTH = 4000

/** TiddlyWiki's own server on a scratch wiki, which is removed when the site stops. What is saved is on disk meanwhile. */
export async function startWiki(workDir: string, port: number, report: (line: string) => void): Promise<RunningSite> {
  const folder = await scratchFolder(workDir, 'wiki')
  try {
    report(`wiki: starting TiddlyWiki on a copy of ${await fillWiki(folder)} pages of its manual`)
    const child = spawn(
      process.execPath,
      // TiddlyWiki still calls url.parse(), which Node 24 warns about.
      [
        '--no-deprecation',
        '--import',
        PRELOAD,
        packageFile('tiddlywiki', 'tiddlywiki.js'),
        folder,
        '--listen',
        `host=${LOOPBACK}`,
        `port=${port}`,
      ],
      // An empty environment: TIDDLYWIKI_* and NODE_OPTIONS of the caller are not ours to pass on.
      { stdio: ['pipe', 'pipe', 'pipe'], env: {} },
    )
    const origin = `http://wiki.localhost:${await listening(child, port)}`
    const mourn = () => report('wiki: TiddlyWiki ended by itself; its pages can no longer be reached')
    child.on('exit', mourn)
    return {
      origin,
      stop() {
        child.off('exit', mourn)
        return stop(child, folder)
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Port that the wiki names on its output once it listens; rejects when it ends before that. */
function listening(child: ChildProcess, port: number): Promise<string> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + String(chunk)).slice(-COMPLAINT_LENGTH)))
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  if (child.stdout) {
    createInterface(child.stdout).on('line', (line) => {
      const named = /Serving on http:\/\/[\d.]+:(\d+)/.exec(line)?.[1]
      if (named !== undefined) resolve(named)
    })
  }
  child.on('error', (cause) => reject(new SiteError('wiki cannot be started', { cause })))
  child.on('close', (code) => {
    const reason = /^.*Error: .*$/m.exec(complaint)?.[0] ?? 'it did not say why'
    reject(new SiteError(`wiki ended with ${code} before it listened on port ${port}: ${reason}`))
  })
  return promise
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit')
    child.kill()
    await exited
  }
  await rm(folder, { recursive: true, force: true })
}
