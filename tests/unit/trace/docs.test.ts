import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Action } from '../../../lib/trace/action.ts'
import { Batch, Trace } from '../../../lib/trace/schema.ts'
import * as vocabulary from '../../../lib/trace/vocabulary.ts'
import { generateDocs } from '../../../scripts/generate-docs.ts'
import { traceJsonSchema, type JsonSchema } from '../../../scripts/trace/json-schema.ts'
import { aBatch, aSequence, aTrace, anAction, inOrder } from '../../fixtures/batch.ts'
import { places, withValue } from '../collector/walk.ts'

const files = generateDocs()
const page = files['docs/trace.md']!
const schema = traceJsonSchema()
const isObject = (value: unknown): value is Record<string, JsonSchema> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every property anywhere in the schema, by its path. */
function* properties(value: unknown, path: string): Generator<{ path: string; name: string; field: JsonSchema }> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* properties(item, `${path}.${index}`)
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    if (key === 'properties')
      for (const [name, field] of Object.entries(item)) yield { path: `${path}.${name}`, name, field: field as JsonSchema }
    yield* properties(item, `${path}.${key}`)
  }
}
const all = [...properties(schema.$defs, '')]

describe('what is generated from the trace schema', () => {
  test.each(Object.keys(files))('%s is up to date (npm run docs)', (path) => {
    expect(readFileSync(join(import.meta.dirname, '../../..', path), 'utf8')).toBe(files[path])
  })

  test('is the same each time', () => {
    expect(generateDocs()).toEqual(files)
  })
})

describe('every part of the schema says what it means', () => {
  test('each object, and each kind of action', () => {
    const kinds = schema.$defs.Action!.oneOf!.map(({ properties: fields }) => [fields!.kind as JsonSchema])
    expect(kinds).toHaveLength(vocabulary.ACTION_KINDS.length)
    for (const [name, { description }] of [...Object.entries(schema.$defs), ...kinds.map(([kind]) => [kind!.const, kind!] as const)])
      expect([name, description]).toEqual([name, expect.stringMatching(/^[^a-z ].*\.$|^[a-z`].*\.$/)])
  })

  test('each field, by itself or by the object it holds', () => {
    expect(all.length).toBeGreaterThan(250)
    const silent = all.filter(({ field }) => {
      const [, named] = /^#\/\$defs\/(\w+)$/.exec(field.$ref ?? '') ?? []
      return !(field.description ?? schema.$defs[named ?? '']?.description)
    })
    expect(silent.map(({ path }) => path)).toEqual([])
  })
})

describe('the page', () => {
  test('has a row for every field', () => {
    const missing = all.filter(({ name }) => name !== 'kind' && !new RegExp(`^\\| \`(\\w+\\.)?${name}\``, 'm').test(page))
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  test('has every word of every list, each kind of action as a heading', () => {
    const words = all.flatMap(({ field }) =>
      [...places(field)].flatMap(({ value }) => (isObject(value) ? ((value as JsonSchema).enum ?? []) : [])),
    )
    expect(words.length).toBeGreaterThan(300)
    expect([...new Set(words)].filter((word) => !page.includes(`\`${word}\``))).toEqual([])
    for (const kind of vocabulary.ACTION_KINDS) expect(page).toContain(`\n### \`${kind}\`\n`)
  })

  test('links to nothing that is not in it', () => {
    const targets = [...page.matchAll(/\]\(#([a-z]+)\)/g)].map(([, target]) => target)
    expect(targets.length).toBeGreaterThan(20)
    const headings = [...page.matchAll(/^## (\w+)$/gm)].map(([, heading]) => heading!.toLowerCase())
    expect(targets.filter((target) => !headings.includes(target!))).toEqual([])
  })

  test('has tables that are whole', () => {
    const tables = page.split('\n').filter((line) => line.startsWith('|'))
    for (const line of tables) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6)
  })
})

describe('the JSON Schema', () => {
  const read = (name: string) => z.fromJSONSchema({ ...schema, $ref: `#/$defs/${name}` })
  const short = aSequence({ actions: inOrder([anAction('nav')]) })
  const cases = [
    ['a line of the export', 'Trace', Trace, aTrace({ sequence: short })],
    ['a batch', 'Batch', Batch, aBatch({ sequences: [short] })],
    ...vocabulary.ACTION_KINDS.map((kind) => [kind, 'Action', Action, anAction(kind)] as const),
  ] as const

  test('needs nothing but itself', () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference!)
    expect(references.length).toBeGreaterThan(30)
    for (const reference of references) expect(schema.$defs).toHaveProperty([/^#\/\$defs\/(\w+)$/.exec(reference)?.[1] ?? reference])
    expect(files['docs/trace.schema.json']).not.toContain('"$id"')
  })

  test.each(cases)('takes %s as the code does, and refuses a text or a key where it does', (_, name, parsed, value) => {
    const printed = read(name)
    expect(printed.safeParse(value).error).toBeUndefined()
    for (const { path, value: here } of places(value)) {
      const broken = isObject(here) ? { ...here, rosebud: 'rosebud' } : '<ROSEBUD> rosebud'
      const given = withValue(value, path, broken)
      const where = path.join('.')
      expect([where, printed.safeParse(given).success]).toEqual([where, false])
      expect([where, parsed.safeParse(given).success]).toEqual([where, false])
    }
  })
})
