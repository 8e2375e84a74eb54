import { z } from 'zod'
import { ManagedPolicy } from '../../lib/policy/schema.ts'

type Schema = z.core.JSONSchema._JSONSchema

/**
 * The managed schema for the browser: structure, types and descriptions, and deliberately nothing more.
 *
 * Chromium refuses to load an extension whose schema has `additionalProperties: false`, a typeless schema, or a minimum
 * on a `number`. What it does take (`enum`, `required`, `pattern`, ranges of integers) makes it drop the whole top-level key around
 * a fault without telling the extension. Left out here, the fault arrives, and `resolvePolicy` refuses it by name.
 */
export function managedSchema(): object {
  const { properties = {} } = z.toJSONSchema(ManagedPolicy, { target: 'draft-04', io: 'input' })
  // At the top, Chromium allows no `additionalProperties`; an unknown key there is dropped alone, which can only lose a key.
  return { type: 'object', properties: mapValues(properties) }
}

function reduce(schema: Schema): object {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} }
  const { type, description, items, properties } = schema
  const kept = { type, ...(description === undefined ? {} : { description }) }
  if (type === 'array' && isSchema(items)) return { ...kept, items: reduce(items) }
  if (type === 'object' && properties) return { ...kept, properties: mapValues(properties), additionalProperties: stray(properties) }
  return kept
}

/**
 * Chromium drops an unknown nested key alone: `exept` would vanish and the sites would be recorded without exceptions.
 * With a type for unknown keys, one of that type arrives and is refused by name, and one of another type takes the
 * top-level key down with it. Either way nothing is recorded. The type is that of the keys most worth misspelling.
 */
function stray(properties: Record<string, Schema>): object {
  const hasLists = Object.values(properties).some(
    (schema) => typeof schema === 'object' && isSchema(schema.items) && typeof schema.items === 'object' && schema.items.type === 'string',
  )
  return hasLists ? { type: 'array', items: { type: 'string' } } : { type: 'string' }
}

function mapValues(properties: Record<string, Schema>): Record<string, object> {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, reduce(schema)]))
}

function isSchema(items: Schema | Schema[] | undefined): items is Schema {
  return items !== undefined && !Array.isArray(items)
}
