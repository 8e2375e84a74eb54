import { expect, test } from 'vitest'
import { sanitise } from '../../../lib/mask/snapshot/sanitise.ts'
import { Snapshot } from '../../../lib/trace/snapshot.ts'
import { places, withValue } from '../collector/walk.ts'
import { aReader, element, page, permitted, text } from '../mask/snapshot/serialised.ts'

const look = { name: permitted('Save'), field: { kind: 'text', size: '4-8' }, checked: true } as const
const snapshot: unknown = JSON.parse(
  JSON.stringify(sanitise(page(element('input', { type: 'email', rr_scrollTop: 300 }), element('p', {}, [text()])), aReader(look))),
)
const passes = (value: unknown) => Snapshot.safeParse(value).success

test('the snapshot that the rest is a change of passes', () => {
  expect(passes(snapshot)).toBe(true)
})

test('an unknown key is refused in every object', () => {
  const objects = [...places(snapshot)].filter(({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value))
  expect(objects.length).toBeGreaterThan(15)
  for (const { path, value } of objects) {
    expect([path, passes(withValue(snapshot, path, { ...Object(value), extra: 1 }))]).toEqual([path, false])
    const polluted: unknown = Object.defineProperty({ ...Object(value) }, '__proto__', { value: { extra: 1 }, enumerable: true })
    expect([path, passes(withValue(snapshot, path, polluted))]).toEqual([path, false])
  }
})

test('no text of a page fits where a text or number is', () => {
  const leaves = [...places(snapshot)].filter(({ value }) => typeof value !== 'object' || value === null)
  for (const { path } of leaves) {
    for (const value of ['<b>', '=1+1', '⟦Jane⟧', 'a'.repeat(200), '-x', '\u202eevas']) {
      expect([path, value, passes(withValue(snapshot, path, value))]).toEqual([path, value, false])
    }
  }
})

test.each<[string, (string | number)[], unknown]>([
  ['a box off the grid', ['nodes', 2, 'box', 'x'], 3],
  ['a scroll position off the grid', ['nodes', 2, 'scroll', 'y'], 50],
  ['a box that is larger than any page', ['nodes', 2, 'box', 'width'], 8_000_000],
  ['a size of a secret field', ['nodes', 2, 'field', 'kind'], 'password'],
  ['a node that is its own parent', ['nodes', 2, 'parent'], 2],
  ['a node before its parent', ['nodes', 2, 'parent'], 3],
  ['a second root', ['nodes', 2, 'parent'], null],
  ['a node in a text', ['nodes', 2, 'id'], 4],
  ['no nodes', ['nodes'], []],
  ['a reason that nobody knows', ['dropped'], [{ reason: 'Jane Miller', count: 1 }]],
  ['a rule that nobody knows', ['masked'], [{ rule: 'Jane Miller', count: 1 }]],
])('%s is refused', (_, path, value) => {
  expect(passes(withValue(snapshot, path, value))).toBe(false)
})
