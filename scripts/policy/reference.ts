import { z } from 'zod'
import { PROBLEM_CODES } from '../../lib/policy/problem-codes.ts'
import { ManagedPolicy } from '../../lib/policy/schema.ts'

type Schema = z.core.JSONSchema.BaseSchema

/** `docs/policy.md`: every setting and every reason for a refusal, from the schema and the codes. */
export function policyReference(): string {
  const { properties = {} } = z.toJSONSchema(ManagedPolicy, { io: 'input' })
  const sections = Object.entries(properties).flatMap(([key, value]) => {
    const schema = plain(value)
    return [`## \`${key}\``, '', schema.description ?? '', '', ...table(rows(schema, '')), '']
  })
  const codes = Object.entries(PROBLEM_CODES).map(([code, meaning]): [string, string] => [`\`${code}\``, meaning])
  const isOfFile = ([code]: [string, string]) => code.startsWith('`list-')
  return [
    '# Policy',
    '',
    'Every setting of Waymark, as printed from `lib/policy/schema.ts`. Settings reach the extension as managed storage;',
    '`deploy/README.md` says how to distribute them. A key that is absent always means less recording.',
    '',
    ...sections,
    '## Match patterns',
    '',
    'A pattern is scheme, host and path, and means what it means to the browser: `https://wiki.example.com/*` is one host,',
    '`https://*.example.com/*` that host and all below it. Without a port it covers every port. The path is compared with path and',
    'query together, so that `/search*` covers `/search?q=…`, while `/search` alone does not. The first site that fits decides how',
    'a page is recorded; an exception wins over every site.',
    '',
    '## Refusals',
    '',
    'A policy with one fault is refused whole: nothing is recorded, nothing already recorded is lost, and the options page lists the',
    'faults by place and code. In Chromium, a value of the wrong type, or a misspelt key inside one of the keys above, can also make',
    'the browser drop that whole key; then the options page names the key as missing, and `chrome://policy` shows the fault.',
    '',
    ...table([['Code', 'Meaning'], ...codes.filter((code) => !isOfFile(code))]),
    '',
    'An allowlist file is judged by the same rules, and by those below. One with a fault changes nothing: the file before it stays in force',
    'until it expires, and the options page shows the fault.',
    '',
    ...table([['Code', 'Meaning'], ...codes.filter(isOfFile)]),
    '',
  ].join('\n')
}

/** One row a setting; objects and lists of objects are followed by the rows of their keys. */
function rows(schema: Schema, prefix: string): string[][] {
  const header = prefix === '' ? [['Key', 'Type', 'Default', 'Meaning']] : []
  const body = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const child = plain(value)
    const path = prefix + key
    const element = child.type === 'array' ? plain(child.items) : child
    const below = element.properties ? rows(element, child.type === 'array' ? `${path}[].` : `${path}.`) : []
    const fallback = child.default === undefined ? (schema.required?.includes(key) ? 'required' : 'absent') : code(child.default)
    return [[code(path, ''), typeOf(child), fallback, child.description ?? element.description ?? ''], ...below]
  })
  return [...header, ...body]
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((word) => code(word)).join(' or ')
  if (schema.type === 'array') {
    const items = plain(schema.items)
    const what = items.enum
      ? `of ${typeOf(items)}`
      : items.type === 'object'
        ? 'of objects'
        : `of texts${range(items.minLength, items.maxLength, ' characters')}`
    return `list ${what}${range(schema.minItems, schema.maxItems, ' entries')}`
  }
  if (schema.type === 'string') return `text${schema.pattern ? ', as 08:00' : range(schema.minLength, schema.maxLength, ' characters')}`
  if (schema.type === 'number') return `number${range(schema.minimum, schema.maximum, '')}`
  return schema.type === 'boolean' ? 'true or false' : 'object'
}

function range(from: number | undefined, to: number | undefined, unit: string): string {
  if (to === undefined) return ''
  return from === undefined ? `, up to ${to}${unit}` : `, ${from} to ${to}${unit}`
}

function table([header = [], ...body]: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...body.map(line)]
}

/** Words and paths as they are, other values as JSON. */
function code(value: unknown, quote = '"'): string {
  return '`' + (typeof value === 'string' ? quote + value + quote : JSON.stringify(value)) + '`'
}

function plain(schema: unknown): Schema {
  if (!isPlain(schema)) throw new TypeError('one schema expected')
  return schema
}

function isPlain(schema: unknown): schema is Schema {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
}
