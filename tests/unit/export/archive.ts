/** A collector's database made by the collector's own storage, without a collector. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { openStorage } from '../../../collector/storage.ts'

export function aDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'waymark-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Stores what it is given, valid or not: an archive may be older than the schema, or damaged. */
export function storeIn(dir: string, ...entries: { id: string; body: Uint8Array; digest?: Uint8Array }[]): void {
  const storage = openStorage(dir)
  storage.insert(
    entries.map(({ id, body, digest = createHash('sha256').update(body).digest() }) => ({
      id,
      device: 'device',
      ordinal: 0,
      digest,
      receivedAt: 0,
      sequences: 1,
      actions: 1,
      body,
    })),
  )
  storage.close()
}

export const packed = (batch: { id: string } & Record<string, unknown>) => ({ id: batch.id, body: gzipSync(JSON.stringify(batch)) })
