import { expect, test } from 'vitest'
import { jsonl } from '../../../export/formats/jsonl.ts'
import { Trace } from '../../../lib/trace/schema.ts'
import { aRoute, aSequence, aTrace, anAction } from '../../fixtures/batch.ts'

test('each trace is one line of JSON that reads back as it was', () => {
  const traces = [aTrace(), aTrace()]
  const text = [...jsonl(() => traces)].join('')
  expect(text.endsWith('\n')).toBe(true)
  const lines = text.trimEnd().split('\n')
  expect(lines.map((line) => Trace.parse(JSON.parse(line)))).toEqual(traces)
})

test('what some readers take for the end of a line is escaped', () => {
  const strange = anAction('nav', { route: aRoute({ path: '/a\u2028b\u2029c' }) })
  const [line = ''] = jsonl(() => [aTrace({ sequence: aSequence({ actions: [strange] }) })])
  expect(line).toContain('/a\\u2028b\\u2029c')
  expect(line).not.toMatch(/[\u2028\u2029]/)
  expect(JSON.parse(line)).toMatchObject({ sequence: { actions: [{ route: { path: '/a\u2028b\u2029c' } }] } })
})

test('no traces are no lines', () => {
  expect([...jsonl(() => [])]).toEqual([])
})
