import { describe, expect, test } from 'vitest'
import { idleAt, place, type Arrival, type OpenSequence } from '../../../lib/sequence/place.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON } from '../../fixtures/draft.ts'

const MINUTE = 60_000
const viewport = { width: 1300, height: 800 }

function open(change: Partial<OpenSequence> = {}): OpenSequence {
  return {
    id: 'known',
    tab: 'run:1',
    site: SITE,
    openedAt: NOON,
    lastAt: NOON,
    actions: 1,
    viewport,
    opener: 'parent',
    previous: null,
    ...change,
  }
}

function arrival(change: Partial<Arrival> = {}): Arrival {
  const at = change.at ?? NOON
  return { tab: 'run:1', site: SITE, viewport, opener: 'parent', at, until: at, ...change }
}

const placed = (known: OpenSequence | null, arriving: Arrival) => place(known, arriving, () => 'fresh')

describe('an action', () => {
  test('of a tab without a sequence opens one', () => {
    expect(placed(null, arrival({ at: NOON, until: NOON + 700 }))).toEqual({
      into: { ...open({ id: 'fresh' }), lastAt: NOON + 700 },
      closed: null,
    })
  })

  test('joins the open sequence and widens it, at either end', () => {
    const known = open({ openedAt: NOON, lastAt: NOON + 1000, actions: 7 })
    expect(placed(known, arrival({ at: NOON + 1500, until: NOON + 2500 })).into).toEqual({ ...known, lastAt: NOON + 2500, actions: 8 })
    expect(placed(known, arrival({ at: NOON - 500, until: NOON + 100 })).into).toEqual({ ...known, openedAt: NOON - 500, actions: 8 })
    expect(placed(known, arrival({ at: NOON + 100 })).into).toEqual({ ...known, actions: 8 })
    expect(known).toEqual(open({ openedAt: NOON, lastAt: NOON + 1000, actions: 7 }))
  })

  test.each<[string, Partial<OpenSequence>, Partial<Arrival>, string | null]>([
    ['on another site', {}, { site: 'https://other.example.com' }, 'site'],
    ['on another port', {}, { site: `${SITE}:8443` }, 'site'],
    ['five minutes later', {}, { at: NOON + LIMITS.idleMs }, null],
    ['more than five minutes later', {}, { at: NOON + LIMITS.idleMs + 1 }, 'idle'],
    ['five minutes after the end of a long one', { lastAt: NOON + MINUTE }, { at: NOON + MINUTE + LIMITS.idleMs }, null],
    ['from more than five minutes before', {}, { at: NOON - LIMITS.idleMs - 1 }, 'idle'],
    ['that began long before and ended in it', {}, { at: NOON - 10 * MINUTE, until: NOON }, null],
    ['that is the last to fit', { actions: LIMITS.sequenceActions - 1 }, {}, null],
    ['that is one too many', { actions: LIMITS.sequenceActions }, {}, 'length'],
    ['half an hour after the beginning', { lastAt: NOON + 29 * MINUTE }, { at: NOON + 30 * MINUTE }, null],
    ['later than half an hour after the beginning', { lastAt: NOON + 29 * MINUTE }, { at: NOON + 30 * MINUTE + 1 }, 'length'],
    ['that lasts beyond half an hour', { lastAt: NOON + 29 * MINUTE }, { at: NOON + 29 * MINUTE, until: NOON + 30 * MINUTE + 1 }, 'length'],
    ['that begins more than half an hour before the end', { lastAt: NOON + 29 * MINUTE }, { at: NOON - MINUTE - 1, until: NOON }, 'length'],
    ['on another site, long after, one too many', { actions: 200 }, { site: 'https://other.example.com', at: NOON + 60 * MINUTE }, 'site'],
  ])('%s', (_, known, arriving, ended) => {
    const before = open(known)
    const { into, closed } = placed(before, arrival(arriving))
    expect(closed).toEqual(ended && { sequence: before, ended })
    expect(into.id).toBe(ended ? 'fresh' : 'known')
  })

  test('that splits a sequence names the one before, and only the first of a tab names the tab it came from', () => {
    const { into } = placed(open({ actions: 200 }), arrival({ at: NOON + 5, until: NOON + 9 }))
    expect(into).toEqual({ ...open({ id: 'fresh', opener: null, previous: 'known' }), openedAt: NOON + 5, lastAt: NOON + 9 })
    expect(placed(into, arrival({ site: 'https://other.example.com' })).into).toMatchObject({ previous: 'fresh', opener: null })
  })

  test('longer than half an hour has a sequence of its own', () => {
    const long = placed(null, arrival({ at: NOON, until: NOON + 40 * MINUTE })).into
    expect(placed(long, arrival({ at: NOON + 40 * MINUTE })).closed).toMatchObject({ ended: 'length' })
  })
})

test('an open sequence ends five minutes after its last action', () => {
  expect(idleAt(open({ lastAt: NOON + 17 }))).toBe(NOON + 17 + 5 * MINUTE)
})
