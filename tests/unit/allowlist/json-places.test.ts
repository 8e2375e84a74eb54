import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineAndColumn, placeOf, readJson } from '../../../scripts/allowlist/json-places.ts'

test('reads what JSON.parse reads, and nothing else', () => {
  const broken = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', 'x', '\\', '0'))
    .map(([text, place, other]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + other + text.slice(at + 1)
    })
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 3 }), broken), (text) => {
      let expected: unknown
      try {
        expected = JSON.parse(text)
      } catch {
        expect(readJson(text)).toHaveProperty('reason')
        return
      }
      const read = readJson(text)
      // A key that stands twice is the one thing that JSON.parse takes.
      if ('reason' in read) expect(read.reason).toContain('stands here twice')
      else expect(read.value).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})

test('knows where values and keys stand, and where something is missing from', () => {
  const text = '{\n  "sites": [\n    { "match": "ä" },\n    { "é": 1, "text": "x" } ] }'
  const json = readJson(text)
  if ('reason' in json) throw new Error(json.reason)
  const at = (path: string, asKey = false) => lineAndColumn(text, placeOf(json.places, path, asKey))
  expect([at('sites'), at('sites', true), at('sites[0].match'), at('sites[1].text'), at('sites[1].text', true)]).toEqual([
    '2:12',
    '2:3',
    '3:16',
    '4:23',
    '4:15',
  ])
  expect([at('sites[0].missing'), at('schedule.timeZone'), at('')]).toEqual(['3:5', '1:1', '1:1'])
})
