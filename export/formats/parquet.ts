import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Trace } from '../../lib/trace/schema.ts'
import { COLUMNS, readerOf, rowsOf, type Column, type ColumnType } from '../parquet/columns.ts'

/** Rows in memory at a time. One is some 3 kB of text, so 30 MB: few enough for any machine, and enough for a reader to skip by. */
const GROUP_ROWS = 10_000

const STORED_AS = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies Record<ColumnType, Partial<SchemaElement>>

const element = ({ name, type, nullable }: Column): SchemaElement => ({
  name,
  repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
  ...STORED_AS[type],
})

/** One table with a row for each action, in the order of the lines; one group of rows is in memory at a time. */
export function* parquet(traces: () => Iterable<Trace>): Generator<Uint8Array> {
  const writer = new ByteWriter()
  const schema = [{ name: 'action', num_children: COLUMNS.length }, ...COLUMNS.map(element)]
  const file = new ParquetWriter({ writer, schema, createdBy: 'waymark' })
  const readers = COLUMNS.map(readerOf)

  /** What was written since the last call; offsets in the file go on. */
  function written(): Uint8Array {
    const bytes = writer.getBytes().slice()
    writer.index = 0
    return bytes
  }
  let cells: ReturnType<(typeof readers)[number]>[][] = COLUMNS.map(() => [])
  let rows = 0
  function group(): Uint8Array {
    // Without a `flush` of the writer there is nothing to wait for.
    void file.write({ columnData: COLUMNS.map(({ name }, index) => ({ name, data: cells[index] ?? [] })), rowGroupSize: rows })
    cells = COLUMNS.map(() => [])
    rows = 0
    return written()
  }

  for (const row of rowsOf(traces())) {
    for (const [index, read] of readers.entries()) cells[index]?.push(read(row))
    rows += 1
    if (rows === GROUP_ROWS) yield group()
  }
  if (rows > 0) yield group()
  void file.finish()
  yield written()
}
