import { COLUMNS, type ColumnType } from '../../export/parquet/columns.ts'

const TYPES: Record<ColumnType, string> = { text: 'text', integer: 'integer', boolean: 'boolean', date: 'date', json: 'JSON as text' }

const INTRODUCTION = `# Parquet export

Generated from \`export/parquet\` by \`npm run docs\`. One row is one action, with the header of its sequence; the rows of a sequence follow
each other in the order of \`seq\`. It holds what the JSON Lines hold, and the same rhythm: none, unless \`--rhythm recorded\` is given.

    npm run export -- --data DIR --out traces.parquet --format parquet

One line loads it:

    pandas.read_parquet("traces.parquet")
    duckdb -c "select kind, role, name from 'traces.parquet'"
    datasets.load_dataset("parquet", data_files="traces.parquet")

\`Field\` is where the value stands in a line of JSON, and [trace.md](trace.md) says what it means; \`action\` is one of \`sequence.actions\`.
What is nested is JSON as text, under the schema it has there: \`json.loads(row.target)["locators"]\`, or \`target->>'$.locators[0].css'\` in
DuckDB. What only a kind of action has is in \`fields\`: \`fields->>'$.button'\` of a click.

| Column | Type | Field |
| --- | --- | --- |`

/** `docs/parquet.md`: every column of the table. */
export function parquetPage(): string {
  const rows = COLUMNS.map(({ name, type, nullable, field }) => {
    const meaning = name === 'fields' ? 'all that [its kind](trace.md#action) has beside these' : `\`${field}\``
    return `| \`${name}\` | ${TYPES[type]}${nullable ? ' or null' : ''} | ${meaning} |`
  })
  return [INTRODUCTION, ...rows, ''].join('\n')
}
