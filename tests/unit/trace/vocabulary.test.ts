import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Name } from '../../../lib/trace/target.ts'
import * as vocabulary from '../../../lib/trace/vocabulary.ts'

const lists = Object.entries(vocabulary).flatMap(([name, value]) => (Array.isArray(value) ? [{ name, words: value.map(String) }] : []))

test('no list has a word twice, or one that could be a text', () => {
  expect(lists.length).toBeGreaterThan(30)
  for (const { name, words } of lists) {
    expect([name, new Set(words).size]).toEqual([name, words.length])
    for (const word of words) expect([name, word]).toEqual([name, expect.stringMatching(/^[A-Za-z0-9<+-][A-Za-z0-9.+-]{0,30}$/)])
  }
})

test('every secret kind is a kind of field, and every control can stand in a placeholder', () => {
  for (const kind of vocabulary.SECRET_FIELD_KINDS) expect(vocabulary.FIELD_KINDS).toContain(kind)
  for (const control of vocabulary.CONTROLS)
    for (const size of vocabulary.SIZES) expect(Name.safeParse(`⟦${control}·${size}⟧`).success).toBe(true)
})

test('it imports nothing, so that it costs a page nothing', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../lib/trace/vocabulary.ts'), 'utf8')
  expect(text).not.toMatch(/^\s*(?:import|export .* from)\b/m)
})
