/**
 * The columns of the table: one row an action, with the header of its sequence. `field` is where the value stands in a line of JSON,
 * of which `action` is one of `sequence.actions`; what it means is said once, in the schema. `docs/parquet.md` is printed from here.
 */
import type { Action } from '../../lib/trace/action.ts'
import type { Trace } from '../../lib/trace/schema.ts'

/** `json` is text that holds JSON: every reader loads text, and not every one the JSON type of Parquet. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'date' | 'json'
export type Column = { name: string; type: ColumnType; nullable: boolean; field: string }
type Cell = string | number | boolean | Date | null

const column = (name: string, type: ColumnType, field: string): Column => ({ name, type, nullable: false, field })
const nullable = (name: string, type: ColumnType, field: string): Column => ({ name, type, nullable: true, field })

const PARTS: Column[] = [
  column('version', 'integer', 'version'),
  column('batch', 'text', 'batch'),
  column('device', 'text', 'device'),
  column('extension', 'text', 'extension'),
  column('purpose', 'text', 'purpose'),
  column('rhythm', 'text', 'rhythm'),
  column('sequence', 'text', 'sequence.id'),
  column('site', 'text', 'sequence.site'),
  column('day', 'date', 'sequence.day'),
  column('viewportWidth', 'integer', 'sequence.viewport.width'),
  column('viewportHeight', 'integer', 'sequence.viewport.height'),
  nullable('opener', 'text', 'sequence.opener'),
  nullable('previous', 'text', 'sequence.previous'),
  column('ended', 'text', 'sequence.ended'),
  column('durationMs', 'integer', 'sequence.durationMs'),
  column('length', 'integer', 'sequence.actions.length'),
  column('seq', 'integer', 'action.seq'),
  column('kind', 'text', 'action.kind'),
  column('t', 'integer', 'action.t'),
  nullable('pause', 'text', 'action.pause'),
  nullable('wait', 'text', 'action.wait'),
  nullable('causedBy', 'integer', 'action.causedBy'),
  column('frame', 'json', 'action.frame'),
  column('origin', 'text', 'action.route.origin'),
  column('path', 'text', 'action.route.path'),
  column('query', 'json', 'action.route.query'),
  nullable('role', 'text', 'action.target.role'),
  nullable('name', 'text', 'action.target.name'),
  nullable('tag', 'text', 'action.target.tag'),
  nullable('control', 'text', 'action.target.control'),
  nullable('x', 'integer', 'action.target.box.x'),
  nullable('y', 'integer', 'action.target.box.y'),
  nullable('width', 'integer', 'action.target.box.width'),
  nullable('height', 'integer', 'action.target.box.height'),
  nullable('target', 'json', 'action.target'),
  column('pointer', 'json', 'action.pointer'),
  column('effects', 'json', 'action.effects'),
  column('masking', 'json', 'action.masking'),
  column('replayable', 'boolean', 'action.replayable'),
  nullable('reason', 'text', 'action.reason'),
]

/** Parts of an action that have columns. The others are those of its kind, and stand in `fields`, so that none can be forgotten here. */
const SHARED = new Set(PARTS.map(({ field }) => field.split('.')).flatMap(([root, part]) => (root === 'action' && part ? [part] : [])))

export const COLUMNS: Column[] = [...PARTS, column('fields', 'json', 'fields')]

/** What a row is read from: `fields` is what an action has beside the parts that all actions have. */
type Row = Trace & { action: Action; fields: Record<string, unknown> }

export function* rowsOf(traces: Iterable<Trace>): Generator<Row> {
  for (const trace of traces)
    for (const action of trace.sequence.actions)
      yield { ...trace, action, fields: Object.fromEntries(Object.entries(action).filter(([part]) => !SHARED.has(part))) }
}

const within = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : null)

/** @returns how to read the column from a row; it throws where the schema has changed and the table has not */
export function readerOf({ name, type, nullable, field }: Column): (row: Row) => Cell {
  const keys = field.split('.')
  return (row) => {
    const value = keys.reduce<unknown>(within, row)
    if (value === null && nullable) return null
    if (type === 'json' && typeof value === 'object' && value !== null) return JSON.stringify(value)
    if (type === 'text' && typeof value === 'string') return value
    if (type === 'integer' && Number.isInteger(value)) return Number(value)
    if (type === 'boolean' && typeof value === 'boolean') return value
    if (type === 'date' && typeof value === 'string') return new Date(`${value}T00:00:00Z`)
    throw new Error(`the column ${name} takes no such value as ${field} has`)
  }
}
