/** The collector's process: environment and flags in, one port and one directory held, a clean end on a signal. */
import { createApp } from './app.ts'
import { unfinishedEnd } from './database.ts'
import { keepExpiring } from './expiring.ts'
import { listen } from './listen.ts'
import { USAGE, readOptions, type Options } from './options.ts'
import { diskFloor } from './quotas.ts'
import { openStorage, type Storage } from './storage.ts'
import { gateFor, secretsIn } from './token.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const warn = (line: string) => process.stderr.write(`${line}\n`)

function endWith(code: 1 | 2, sentence: string): never {
  warn(sentence)
  process.exit(code)
}

function openOrEnd({ data, deviceActions, maxBytes, minFreeBytes }: Options, joinSecrets: readonly string[]): Storage {
  try {
    const end = unfinishedEnd(data)
    if (end !== null) warn(end)
    const storage = openStorage(data, { deviceActions, maxBytes, hasRoom: diskFloor(data, minFreeBytes, Date.now) })
    storage.credentials.noteJoinSecrets(joinSecrets, Date.now())
    return storage
  } catch (error) {
    return endWith(1, `The data directory ${data} cannot be used: ${error instanceof Error ? error.message : 'unknown failure'}.`)
  }
}

const options = readOptions(process.argv.slice(2))
if (typeof options === 'string') endWith(2, `${options}\n\n${USAGE}`)
const { WAYMARK_TOKEN: tokenList, WAYMARK_JOIN_SECRET: joinList } = process.env
const joins = joinList ? secretsIn('WAYMARK_JOIN_SECRET', joinList) : []
if (typeof joins === 'string') endWith(2, `${joins}\n\n${USAGE}`)
// One of the two lets browsers in; where they enrol, there need be no token that all have in common.
const tokens = tokenList || joins.length === 0 ? secretsIn('WAYMARK_TOKEN', tokenList) : []
if (typeof tokens === 'string') endWith(2, `${tokens}\n\n${USAGE}`)

const { host, port, retentionDays } = options
const storage = openOrEnd(options, joins)
const app = createApp({ storage, gate: gateFor(tokens), joinGate: gateFor(joins), now: Date.now, log: warn })
const server = await listen(app.fetch, { host, port }).catch((error: NodeJS.ErrnoException) => {
  storage.close()
  if (error.code === 'EADDRINUSE') endWith(1, `Port ${port} on ${host} is in use by another program.`)
  endWith(1, `Cannot listen on ${host} port ${port}: ${error.code ?? error.name}.`)
})
say(`collector listening on http://${host.includes(':') ? `[${host}]` : host}:${server.port}`)
const stopExpiring = retentionDays === null ? null : keepExpiring(storage, { days: retentionDays, now: Date.now, log: warn })

let stopping = false
async function stop() {
  // npm passes on the signal that a terminal has sent to the whole group already, so a second one is no impatience.
  if (stopping) return
  stopping = true
  const stopped = Promise.all([server.stop(), stopExpiring?.()])
  say('collector stopping')
  await stopped
  try {
    storage.close()
  } catch (error) {
    // The log stays beside the file and is folded in at the next start.
    endWith(
      1,
      `What was acknowledged is kept, but the database did not close: ${error instanceof Error ? error.message : 'unknown failure'}.`,
    )
  }
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
