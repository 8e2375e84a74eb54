/**
 * The least that storing a batch can cost in Node: `node:http` and `node:sqlite`, the same table, sync to disk and group commit,
 * and no look at what is stored. What the collector costs is told as a ratio to it.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { groupCommit } from '../../collector/group-commit.ts'

const db = new DatabaseSync(join(process.argv[2] ?? '', 'floor.db'))
db.exec(`PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY, device TEXT NOT NULL, ordinal INTEGER NOT NULL, digest BLOB NOT NULL, received_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL, body BLOB NOT NULL
  ) STRICT;`)
const insert = db.prepare('INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
const store = groupCommit((rows: { id: string; body: Buffer }[]) => {
  db.exec('BEGIN IMMEDIATE')
  for (const { id, body } of rows) insert.run(id, '', 0, new Uint8Array(32), Date.now(), body.length, 0, 0, body)
  db.exec('COMMIT')
  return rows.map(({ id }) => id)
})

async function answer(request: IncomingMessage, response: ServerResponse) {
  const chunks: Uint8Array[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(request, 'end')
  const id = await store({ id: String(request.headers['idempotency-key']), body: Buffer.concat(chunks) })
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id }))
}

const server = createServer((request, response) => void answer(request, response))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`floor listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => process.exit(0))
})
