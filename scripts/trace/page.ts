import { TRACE_VERSION } from '../../lib/trace/vocabulary.ts'
import { code, fieldTable, fieldsOf, limitsOf, plain, typeOf, type Field } from './field-table.ts'
import type { JsonSchema, TraceSchema } from './json-schema.ts'

const INTRODUCTION = [
  '# Trace format',
  '',
  `Version ${TRACE_VERSION}. Generated from \`lib/trace\` by \`npm run docs\`; \`trace.schema.json\` beside it is the same as JSON Schema.`,
  '',
  'One line of an export is a [Trace](#trace); what travels from browser to collector is a [Batch](#batch). Objects are closed: a key',
  'that is not listed here is refused. A field is always present, with `null` where it has no value, unless it is marked optional.',
  '',
  'What no table can say, and the collector checks as well:',
  '',
  '- `seq` counts from 0 without a gap, and `t` never goes back.',
  '- `causedBy`, and `source` of a paste, name an earlier action of the sequence; `action` of an effect a later one.',
  '- An action of the top document (`frame` is empty) is on the site of its sequence.',
  '- A `type` into a `password`, `one-time-code`, `pin` or `card` field has `null` for everything that is counted.',
  '- The words of identifiers in `css`, and the kind in a placeholder, are words of interfaces that `lib/mask` knows.',
]

/** `docs/trace.md`: every object and every field of the format. */
export function tracePage({ $defs }: TraceSchema): string {
  const sections = Object.entries($defs).flatMap(([name, schema]) => [
    '',
    `## ${name}`,
    '',
    schema.description ?? '',
    '',
    ...(schema.oneOf ? union(schema.oneOf.map(plain), $defs) : body(schema, $defs)),
  ])
  return [...INTRODUCTION, ...sections, ''].join('\n')
}

function body(schema: JsonSchema, defs: Record<string, JsonSchema>): string[] {
  if (schema.properties) return fieldTable(fieldsOf(schema), defs)
  const { pattern, ...rest } = schema
  const about = [typeOf(rest), limitsOf(rest)].filter((part) => part !== '')
  return [`Type: ${about.join('; ')}.`, ...(pattern === undefined ? [] : ['', '```', pattern, '```'])]
}

/** What all kinds share once, and then what each has of its own. */
function union(kinds: JsonSchema[], defs: Record<string, JsonSchema>): string[] {
  const shared = (name: string) => new Set(kinds.map(({ properties = {} }) => JSON.stringify(properties[name] ?? null))).size === 1
  const isShared = ({ name }: Field) => shared(name.split('.', 1)[0] ?? '')
  const [first = {}] = kinds
  const own = kinds.flatMap((kind) => {
    const { const: name, description = '' } = plain(kind.properties?.kind)
    const fields = fieldsOf(kind).filter((field) => field.name !== 'kind' && !isShared(field))
    return ['', `### ${code(String(name))}`, '', description, '', ...fieldTable(fields, defs)]
  })
  const names = kinds.map((kind) => code(String(plain(kind.properties?.kind).const)))
  return [
    `Its \`kind\` is one of: ${names.join(', ')}. Beside the fields of its kind, each has these:`,
    '',
    ...fieldTable(fieldsOf(first).filter(isShared), defs),
    ...own,
  ]
}
