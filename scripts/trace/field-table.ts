import type { JsonSchema } from './json-schema.ts'

/** A field of an object; `name` is dotted where objects are written out in place. */
export type Field = { name: string; schema: JsonSchema; optional: boolean }

/** Longer lists of words, and longer patterns, stand below the table. */
const FEW_WORDS = 8
const SHORT_PATTERN = 50

export const code = (text: string) => `\`${text}\``

/** Fields of an object, those of objects within it after it. Named objects are linked to, not opened. */
export function fieldsOf({ properties = {}, required = [] }: JsonSchema, prefix = ''): Field[] {
  return Object.entries(properties).flatMap(([key, value]) => {
    const schema = plain(value)
    const name = prefix + key
    const inner = withoutNull(schema)
    return [{ name, schema, optional: !required.includes(key) }, ...fieldsOf(inner, `${name}.`)]
  })
}

/** A table of fields, and below it what has no room in it. */
export function fieldTable(fields: Field[], defs: Record<string, JsonSchema>): string[] {
  const rows = fields.map(({ name, schema, optional }) => [
    code(name) + (optional ? ' (optional)' : ''),
    typeOf(schema),
    limitsOf(schema),
    schema.description ?? named(withoutNull(schema), defs)?.description ?? '',
  ])
  const below = fields.flatMap(({ name, schema }) => [...longWords(name, schema), ...longPattern(name, schema)])
  return [...table([['Field', 'Type', 'Limits', 'Meaning'], ...rows]), ...below]
}

export function typeOf(schema: JsonSchema): string {
  const inner = withoutNull(schema)
  if (inner !== schema) return `${typeOf(inner)} or null`
  if (schema.$ref) return link(schema.$ref)
  if (schema.const !== undefined) return code(String(schema.const))
  if (schema.enum)
    return schema.enum.length > FEW_WORDS ? `one of ${schema.enum.length}, below` : schema.enum.map((word) => code(String(word))).join(', ')
  if (schema.anyOf) return schema.anyOf.map((choice) => typeOf(plain(choice))).join(' or ')
  if (schema.prefixItems) return `[${schema.prefixItems.map((item) => typeOf(plain(item))).join(', ')}]`
  if (schema.type === 'array') return `list of ${typeOf(plain(schema.items))}`
  if (schema.propertyNames) return `${typeOf(plain(schema.additionalProperties))} for each of some words, below`
  if (schema.format === 'date') return 'date, as 2026-11-17'
  if (schema.type === 'string') return 'text'
  return String(schema.type)
}

export function limitsOf(schema: JsonSchema): string {
  const inner = withoutNull(schema)
  if (inner !== schema) return limitsOf(inner)
  if (schema.prefixItems) return schema.prefixItems.map((item) => limitsOf(plain(item))).join('; ')
  const parts = [range(schema.minimum, schema.maximum), schema.multipleOf === undefined ? '' : `steps of ${schema.multipleOf}`]
  if (schema.maxLength !== undefined) parts.push(`up to ${schema.maxLength} characters`)
  if (schema.pattern && schema.format === undefined)
    parts.push(schema.pattern.length > SHORT_PATTERN ? 'pattern below' : code(schema.pattern))
  if (schema.type === 'array') parts.push(entries(schema), limitsOf(plain(schema.items)))
  if (schema.propertyNames) parts.push(limitsOf(plain(schema.additionalProperties)))
  return parts.filter((part) => part !== '').join(', ')
}

function range(from: number | undefined, to: number | undefined): string {
  if (from === undefined || to === undefined) return ''
  return `${from.toLocaleString('en')} to ${to.toLocaleString('en')}`
}

function entries({ minItems, maxItems }: JsonSchema): string {
  if (maxItems === undefined) return ''
  return minItems === undefined ? `up to ${maxItems} entries` : `${minItems} to ${maxItems} entries`
}

function longWords(name: string, schema: JsonSchema): string[] {
  const inner = withoutNull(schema)
  const words = inner.enum ?? plain(inner.items).enum ?? plain(inner.propertyNames).enum ?? []
  const isLong = words.length > FEW_WORDS || inner.propertyNames !== undefined
  return isLong ? ['', `Words of ${code(name)}: ${words.map((word) => code(String(word))).join(', ')}.`] : []
}

function longPattern(name: string, schema: JsonSchema): string[] {
  const inner = withoutNull(schema)
  const { pattern, format } = inner.type === 'array' ? plain(inner.items) : inner
  return pattern && format === undefined && pattern.length > SHORT_PATTERN
    ? ['', `Pattern of ${code(name)}:`, '', '```', pattern, '```']
    : []
}

/** `X or null` as X; everything else as it is. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const types = Array.isArray(schema.type) ? schema.type.filter((type) => type !== 'null') : []
  if (types[0]) return { ...schema, type: types[0] }
  const choices = schema.anyOf?.map(plain) ?? []
  const [only, ...more] = choices.filter(({ type }) => type !== 'null')
  return only && more.length === 0 && choices.length === 2 ? only : schema
}

function named(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema | undefined {
  return schema.$ref ? defs[nameIn(schema.$ref)] : undefined
}

const nameIn = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)
const link = (reference: string) => `[${nameIn(reference)}](#${nameIn(reference).toLowerCase()})`

/** A schema in a place where JSON Schema would take a truth value or a list as well, which ours never have. */
export function plain(schema: boolean | JsonSchema | (boolean | JsonSchema)[] | undefined): JsonSchema {
  return typeof schema === 'object' && !Array.isArray(schema) ? schema : {}
}

function table([header = [], ...body]: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map(cellOf).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...body.map(line)]
}

/** A bar would end the cell, and a tag would vanish, but for one that stands in code. */
function cellOf(text: string): string {
  const parts = text.replaceAll('|', '\\|').split('`')
  return parts.map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part)).join('`')
}
