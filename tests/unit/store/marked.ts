/** Actions that can be told apart wherever they end up: the number stands in the route, which every kind keeps. */
import { gunzipSync } from 'node:zlib'
import type { Archive } from '../../../collector/storage.ts'
import { Batch } from '../../../lib/trace/schema.ts'
import type { Draft, DraftOf } from '../../../lib/trace/action.ts'
import type { Action } from '../../../lib/trace/action.ts'
import type { ActionKind } from '../../../lib/trace/vocabulary.ts'
import type { Database } from '../../../lib/store/database.ts'

export function marked<D extends DraftOf<ActionKind>>(draft: D, mark: number): D {
  return { ...draft, route: { ...draft.route, path: `/mark-${mark}` } }
}

const markOf = ({ route }: Action | Draft): number => Number(route.path.slice('/mark-'.length))

/** What a sealed batch holds, read as the other side would. */
export function contentOf(bytes: Uint8Array | ArrayBuffer): Batch {
  return Batch.parse(JSON.parse(gunzipSync(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes).toString()))
}

export const marksIn = (bytes: Uint8Array | ArrayBuffer): number[] =>
  contentOf(bytes).sequences.flatMap(({ actions }) => actions.map(markOf))

export async function marksInBrowser(db: Database): Promise<{ stored: number[]; sealed: number[] }> {
  const [actions, bodies] = [await db.getAll('actions'), await db.getAll('bodies')]
  return { stored: actions.map(({ action }) => markOf(action)), sealed: bodies.flatMap(marksIn) }
}

export const marksInArchive = (archive: Archive): number[] => [...archive.batches()].flatMap(({ body }) => marksIn(body))
