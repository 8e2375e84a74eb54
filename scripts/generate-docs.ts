import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuseArguments } from './no-arguments.ts'
import { dataMap } from './trace/data-map.ts'
import { traceJsonSchema } from './trace/json-schema.ts'
import { tracePage } from './trace/page.ts'
import { parquetPage } from './trace/parquet-page.ts'

/** The documents of the trace format and of what is kept: text by path in the repository. The same text each time. */
export function generateDocs(): Record<string, string> {
  const schema = traceJsonSchema()
  return {
    'docs/data-map.md': dataMap(schema),
    'docs/parquet.md': parquetPage(),
    'docs/trace.md': tracePage(schema),
    'docs/trace.schema.json': JSON.stringify(schema, null, 2) + '\n',
  }
}

if (import.meta.main) {
  refuseArguments('docs')
  for (const [path, text] of Object.entries(generateDocs())) {
    const file = join(import.meta.dirname, '..', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`wrote ${path}`)
  }
}
