/**
 * What Chromium on Windows makes of keys and values, as its policy loader does: by the schema, names in the order of their
 * letters without case (so `10` comes before `2`), subkeys of a list before its values, and objects and lists also from JSON text.
 */
import type { Key } from './registry-tree.ts'

export type Schema = { type: string; properties?: Record<string, Schema>; items?: Schema }

export function readKey(key: Key, schema: Schema | undefined): unknown {
  if (schema?.type === 'array') {
    const items = schema.items
    return [
      ...ordered(key.keys).map(([, subkey]) => readKey(subkey, items)),
      ...ordered(key.values).map(([, value]) => readValue(value, items)),
    ]
  }
  const entries = [
    ...ordered(key.values).map(([name, value]): [string, unknown] => [name, readValue(value, schema?.properties?.[name])]),
    ...ordered(key.keys).map(([name, subkey]): [string, unknown] => [name, readKey(subkey, schema?.properties?.[name])]),
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function readValue(value: string | number, schema: Schema | undefined): unknown {
  switch (schema?.type) {
    case undefined:
      return value
    case 'boolean':
      return Number.isInteger(Number(value)) ? Number(value) !== 0 : undefined
    case 'number':
      return Number.isFinite(Number(value)) ? Number(value) : undefined
    case 'string':
      return typeof value === 'string' ? value : undefined
    default:
      return typeof value === 'string' ? JSON.parse(value) : undefined
  }
}

function ordered<Value>(entries: Map<string, Value>): [string, Value][] {
  return [...entries].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
}
