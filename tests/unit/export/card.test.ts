import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openStorage } from '../../../collector/storage.ts'
import { lengthAt } from '../../../export/card/tally.ts'
import { card, type Circumstances } from '../../../export/formats/card.ts'
import { newId } from '../../../lib/trace/id.ts'
import type { Trace } from '../../../lib/trace/schema.ts'
import { aBatch, aSequence, aTarget, aTrace, anAction, inOrder } from '../../fixtures/batch.ts'
import { aDirectory, packed, storeIn } from './archive.ts'

const MAIN = new URL('../../../export/main.ts', import.meta.url).pathname
const nothing: Circumstances = { rhythm: 'none', rejected: new Map(), quarantined: 0, erased: 0, expired: 0 }
const cardOf = (traces: Trace[], known: Partial<Circumstances> = {}) =>
  [
    ...card(
      () => traces,
      () => ({ ...nothing, ...known }),
    ),
  ].join('')

const lengthened = (length: number, change: Partial<Trace['sequence']> = {}) =>
  aTrace({ sequence: aSequence({ actions: inOrder(Array.from({ length }, () => anAction('hover'))), ...change }) })

test('counts of sequences, actions, kinds, sites and days', () => {
  const text = cardOf([
    lengthened(1, { site: 'https://b.example.com', day: '2026-11-19' }),
    lengthened(2, { site: 'https://a.example.com', day: '2026-11-17' }),
    lengthened(9, { site: 'https://a.example.com', day: '2026-11-18' }),
  ])
  expect(text).toContain('3 sequences with 12 actions on 2 sites, from 2026-11-17 to 2026-11-19 (UTC days on which they began).')
  expect(text).toContain('| kind | actions | share |\n| --- | --- | --- |\n| hover | 12 | 100.0 % |\n\n')
  expect(text).toContain('| https://a.example.com | 2 | 11 | 91.7 % |\n| https://b.example.com | 1 | 1 | 8.3 % |')
  expect(text).toContain('|  | 1 | 2 | 9 | 9 |')
})

test.each<[number[], number[]]>([
  [[5], [5, 5, 5, 5]],
  [
    [1, 2],
    [1, 1, 2, 2],
  ],
  [
    [...Array(19).fill(3), 200],
    [3, 3, 3, 200],
  ],
  [
    [...Array(18).fill(3), 100, 200],
    [3, 3, 100, 200],
  ],
])('sequences of %j actions: least, median, 95 % and most are %j', (lengths, expected) => {
  const histogram = Array.from({ length: 201 }, (_, length) => lengths.filter((own) => own === length).length)
  expect([0, 0.5, 0.95, 1].map((share) => lengthAt(histogram, share))).toEqual(expected)
})

test('shares of names, of what was masked and of what replays', () => {
  const named = (name: string | null) => anAction('click', { target: aTarget({ name }), masking: [] })
  const actions = [
    named('Save'),
    named(null),
    anAction('nav', { masking: [], replayable: false, reason: 'outside' }),
    anAction('click', {
      masking: [
        { field: 'target.name', rule: 'digits' },
        { field: 'target.name', rule: 'echo' },
        { field: 'route', rule: 'echo' },
      ],
    }),
  ]
  const text = cardOf([aTrace({ sequence: aSequence({ actions: inOrder(actions) }) })])
  expect(text).toContain('Of 4 actions 3 have a target.')
  expect(text).toContain(
    '| kept | 1 | 33.3 % |\n| masked: a placeholder stands for it | 1 | 33.3 % |\n| the element has none | 1 | 33.3 % |',
  )
  expect(text).toContain('| target.name | 1 | 25.0 % |\n| route | 1 | 25.0 % |\n\n')
  expect(text).toContain('| digits | 1 | 25.0 % |\n| echo | 1 | 25.0 % |')
  expect(text).toContain('3 of 4 actions (75.0 %) can be replayed as they stand.')
  expect(text).toContain('| outside | 1 | 25.0 % |')
})

test('a header that hubs read: languages that occur, a class of size, and no licence of our choice', () => {
  const [, header] = cardOf([aTrace()]).split('---\n')
  expect(header).toBe(`pretty_name: Waymark traces
# The owner of the data chooses a licence. Until then nobody else may use it.
license: unknown
language:
  - en
size_categories:
  - n<1K
tags:
  - computer-use
  - web-agents
`)
})

test('no name, no id and no route of the data is in it', () => {
  const trace = aTrace({
    sequence: aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: 'Account settings' }) })]) }),
  })
  const text = cardOf([trace])
  for (const part of ['Account settings', trace.device, trace.batch, trace.sequence.id, '/wiki/']) expect(text).not.toContain(part)
})

test('a reason cannot break out of its row', () => {
  const text = cardOf([], { rejected: new Map([['damaged: a | b\n<script>`', 1]]) })
  expect(text).toContain('| batches or sequences | 1 | damaged: a   b  script   |')
  expect(text).not.toContain('<script>')
})

test('no data is a card that says so', () => {
  const text = cardOf([])
  expect(text).toContain('It is empty.')
  expect(text).not.toMatch(/NaN|undefined|Infinity|null/)
})

function exported(dir: string, ...args: string[]): string {
  const out = join(aDirectory(), 'README.md')
  expect(spawnSync(process.execPath, [MAIN, '--data', dir, '--out', out, '--format', 'card', ...args]).status).toBe(0)
  return readFileSync(out, 'utf8')
}

test('what the collector holds back, erased and let expire is counted, and so is what cannot be read', () => {
  const dir = aDirectory()
  const [gone, kept, later] = [aSequence(), aSequence(), aSequence()]
  const batch = aBatch({ sequences: [gone, kept] })
  const storage = openStorage(dir)
  const row = { device: newId(Date.now()), ordinal: 0, sequences: 1, actions: 1 }
  const old = packed(aBatch({ sequences: [later] }))
  const part = ({ id, actions }: Trace['sequence']) => ({ id, actions: actions.length })
  const DAY_MS = 86_400_000
  storage.insert([
    { ...row, ...old, digest: new Uint8Array([1]), receivedAt: 0, parts: [part(later)] },
    {
      ...row,
      ...packed(batch),
      digest: new Uint8Array([2]),
      receivedAt: 100 * DAY_MS,
      sequences: 2,
      parts: [part(gone), part(kept)],
      findings: [{ sequence: newId(Date.now()), field: 'target.name', detector: 'email' }],
    },
  ])
  expect(storage.erase({ version: 1, id: newId(Date.now()), sequences: [gone.id] }, 100 * DAY_MS)).toMatchObject({ erased: 1 })
  expect([...storage.expire(30, 100 * DAY_MS)]).toEqual([1])
  storage.close()
  storeIn(dir, { id: 'x', body: gzipSync('no json') }, { id: 'y', body: gzipSync('{}'), digest: new Uint8Array([3]) })

  const text = exported(dir)
  expect(text).toContain(`1 sequence with`)
  expect(text).toContain(`| sequences | 1 | quarantined: a detector found what may be data of somebody |
| sequences | 1 | erased on request, at any time; some may never have been delivered |
| sequences | 1 | expired: older than the collector was to keep them |
| batches or sequences | 1 | damaged: its bytes do not have their digest |
| batches or sequences | 1 | unreadable: json |
`)
  expect(exported(dir)).toBe(text)
})

test('it counts as the data of the same rhythm are, and says which', () => {
  const dir = aDirectory()
  storeIn(dir, packed(aBatch({ sequences: [aSequence({ actions: inOrder([anAction('scroll'), anAction('scroll')]) })] })))
  const [without, recorded] = [exported(dir), exported(dir, '--rhythm', 'recorded')]
  expect(without).toContain('1 sequence with 1 action on 1 site')
  expect(without).toContain('rhythm: none. Times, pauses and pointer paths are not in it')
  expect(recorded).toContain('1 sequence with 2 actions on 1 site')
  expect(recorded).toContain('rhythm: recorded. Times, pauses and pointer paths are in it')
})
