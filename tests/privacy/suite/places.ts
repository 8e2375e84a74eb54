/** Everything of ours that a page's content could be in, gathered as text. */
import { execFile } from 'node:child_process'
import { globSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { openArchive } from '../../../collector/storage.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { readDatabase } from '../../e2e/browser/database.ts'
import type { Launched } from '../../../scripts/browser/launch.ts'
import type { Relay } from './relay.ts'
import type { Place } from './search.ts'
import type { Watch } from './watch.ts'

const run = promisify(execFile)
const Rows = z.array(z.object({ value: z.unknown() }))
const EXPORT = new URL('../../../export/main.ts', import.meta.url).pathname

/** Without the addresses of senders, which the browser adds and no message holds. */
export function messagePlace({ messages }: Watch): Place {
  const sent = messages.map(({ message }) => message)
  return { name: 'runtime messages', text: sent.map((message) => JSON.stringify(message)).join('\n'), records: sent.flatMap(actionsIn) }
}

const actionsIn = (message: unknown): unknown[] =>
  typeof message === 'object' && message !== null && 'actions' in message && Array.isArray(message.actions) ? message.actions : [message]

export async function storagePlaces(watch: Watch): Promise<Place[]> {
  const areas = await Promise.all(
    ['local', 'session', 'sync'].map(async (area) => ({
      name: `storage.${area}`,
      text: JSON.stringify(await watch.evaluate(`chrome.storage.${area}.get(null)`)),
    })),
  )
  // What went through it and is gone again: the tails of pages that closed.
  const changes = watch.changes.filter(({ area }) => area !== 'managed')
  return [...areas, { name: 'storage changes', text: changes.map((change) => JSON.stringify(change)).join('\n'), records: changes }]
}

/** Each object store, with the bytes of batches and of copies unpacked: packed ones say nothing, and spell anything. */
export async function databasePlaces(launched: Launched, when: string): Promise<Place[]> {
  const stores = await readDatabase(launched)
  return Object.entries(stores).map(([store, rows]) => {
    const text = JSON.stringify(rows, readable)
    return { name: `IndexedDB ${store}, ${when}`, text, records: Rows.parse(JSON.parse(text)).map(({ value }) => value) }
  })
}

function readable(_: string, value: unknown): unknown {
  const bytes = bytesOf(value)
  return bytes ? JSON.parse(unzipped(bytes)) : value
}

/** A Buffer, which `JSON.stringify` has turned into its parts before it asks. */
function bytesOf(value: unknown): Buffer | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Buffer' || !('data' in value)) return null
  return Array.isArray(value.data) ? Buffer.from(value.data.map(Number)) : null
}

function unzipped(bytes: Buffer): string {
  try {
    return gunzipSync(bytes).toString()
  } catch {
    return bytes.toString('latin1')
  }
}

export const wirePlace = ({ delivered }: Relay): Place => ({
  name: 'HTTP requests',
  text: delivered.map(({ headers, body }) => `${headers}\n${unzipped(body)}`).join('\n'),
})

/** Every file of the collector as it lies there, its log included, and the batches in it unpacked. */
export function collectorPlaces(dataDir: string, when: string): Place[] {
  const files = readdirSync(dataDir).map((name) => ({
    name: `collector file ${name}, ${when}`,
    text: readFileSync(join(dataDir, name), 'latin1'),
  }))
  const archive = openArchive(dataDir)
  try {
    const batches = [...archive.batches()].map(({ body }) => gunzipSync(body).toString())
    return [
      ...files,
      { name: `collector batches, ${when}`, text: batches.join('\n'), records: batches.map((batch): unknown => JSON.parse(batch)) },
    ]
  } finally {
    archive.close()
  }
}

export type Exports = { jsonl: string; timeline: string; printed: string }

export async function exportsOf(dataDir: string): Promise<Exports> {
  const { path, remove } = temporaryFolder('export')
  try {
    const jsonl = join(path, 'traces.jsonl')
    const timeline = join(path, 'timeline.html')
    const first = await run(process.execPath, [EXPORT, '--data', dataDir, '--out', jsonl])
    const second = await run(process.execPath, [EXPORT, '--data', dataDir, '--out', timeline, '--format', 'timeline'])
    const printed = [first, second].flatMap(({ stdout, stderr }) => [stdout, stderr]).join('\n')
    return { jsonl: readFileSync(jsonl, 'utf8'), timeline: readFileSync(timeline, 'utf8'), printed }
  } finally {
    remove()
  }
}

/** The extension's own folders in a profile; what else is there the browser keeps of the pages for itself. */
export function profilePlaces(profile: string, extensionId: string): Place[] {
  const folders = globSync(join(profile, 'Default/{IndexedDB,*Extension Settings,Storage/ext}/*')).filter((path) =>
    path.includes(extensionId),
  )
  const files = folders.flatMap((folder) => globSync(join(folder, '**/*'))).filter((path) => statSync(path).isFile())
  return files.map((file) => ({
    name: `profile ${file.slice(profile.length + 1)}`,
    text: readFileSync(file, 'latin1'),
    compressed: true as const,
  }))
}
