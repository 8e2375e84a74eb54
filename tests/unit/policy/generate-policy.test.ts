import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ManagedPolicy } from '../../../lib/policy/schema.ts'
import { generatePolicy } from '../../../scripts/generate-policy.ts'

const files = generatePolicy()

describe('what is generated from the policy schema', () => {
  test.each(Object.keys(files))('%s is up to date (npm run policy)', (path) => {
    expect(readFileSync(join(import.meta.dirname, '../../..', path), 'utf8')).toBe(files[path])
  })

  test('the guide and the reference name every key', () => {
    const document = files['docs/policy.md'] ?? ''
    for (const key of ['collector', 'recording', 'local', 'person', 'notice', 'sites[].match', 'schedule.timeZone', 'pauseMaxMinutes'])
      expect(document).toContain(`\`${key}\``)
  })
})

describe('the managed schema is one that Chromium loads, and hides no fault', () => {
  const schema = JSON.parse(files['public/managed-schema.json'] ?? '')

  test('the top has the keys of the policy and no additionalProperties', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(ManagedPolicy.shape))
    expect(schema).not.toHaveProperty('additionalProperties')
  })

  test('every schema in it has one type and nothing that makes the browser refuse it or drop values', () => {
    const allowed = ['type', 'description', 'items', 'properties', 'additionalProperties']
    const walk = (node: Record<string, unknown>, depth: number) => {
      expect(['string', 'number', 'boolean', 'object', 'array']).toContain(node.type)
      expect(Object.keys(node).filter((key) => !allowed.includes(key))).toEqual([])
      for (const child of Object.values(node.properties ?? {})) walk(child, depth + 1)
      if (node.items) walk(node.items as Record<string, unknown>, depth + 1)
      // A misspelt key must arrive or take its surroundings down, never vanish alone.
      if (node.type === 'object' && depth > 0) walk(node.additionalProperties as Record<string, unknown>, depth + 1)
    }
    walk(schema, 0)
  })
})
