/**
 * Is a person's rhythm, or hand, still in what is exported? Key and mouse timing is personal data, and made-up populations with
 * known habits show how much of it is left: attacks that name nearly everyone from the raw events must fail on the export.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { withoutRhythm } from '../../../export/rhythm.ts'
import { nearestCentroid, nearestNeighbours, nearestWhitenedCentroid } from './attack.ts'
import { exportedFeatures } from './exported-features.ts'
import { mean } from './features.ts'
import { pointers } from './pointers.ts'
import { pointingSession } from './pointing.ts'
import { rawPointing, rawTyping } from './raw-features.ts'
import { recordedPointing, recordedTyping } from './recorded.ts'
import { PERSONS, identified, pooled, seen, sessionsOf, type Seen } from './sessions.ts'
import { TEXTS } from './tasks.ts'
import { typingSession, typists } from './typists.ts'

/** Three times chance among fifty: what is exported may not say more. */
const EXPORTED = 0.06
/** An attack that cannot see this much in the raw events would prove nothing by failing on the exported ones. */
const RAW = 0.6
/** Seeds. Fifty persons are few: how many of them have a rare habit is a matter of luck, so the bar is for the mean of three draws. */
const POPULATIONS = [1, 2, 3]

/** The bar is set for the first; the others are stronger, and printed beside it. */
const attacks = { centroid: nearestCentroid, discriminants: nearestWhitenedCentroid, neighbours: nearestNeighbours }
type Shares = Record<keyof typeof attacks, number>

/** A row for each arm and population, in percent of the sessions shown, one by one and the ten of a person as one. */
const table: Record<string, Record<string, string>> = {}
afterAll(() => console.table(table))

function attacked(row: string, sessions: Seen): Shares {
  const by = (shown: Seen): Shares => ({
    centroid: identified(shown, attacks.centroid),
    discriminants: identified(shown, attacks.discriminants),
    neighbours: identified(shown, attacks.neighbours),
  })
  const [single, ten] = [by(sessions), by(pooled(sessions))]
  const cells = (shares: Shares, of: string) => Object.entries(shares).map(([name, share]) => [name + of, percent(share)])
  table[row] = Object.fromEntries([...cells(single, ''), ...cells(ten, ', ten as one')])
  return single
}
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

// Outside the tests, because how long it takes is a matter of the machine.
const measured = POPULATIONS.map((seed, index) => {
  const typing = sessionsOf(seed, typists(seed, PERSONS), (typist, random) => typingSession(typist, TEXTS, random))
  const pointing = sessionsOf(seed, pointers(seed, PERSONS), pointingSession)
  // That the attacks can see is shown once.
  const raw =
    index === 0
      ? { typists: attacked('raw typists', seen(typing, rawTyping)), hands: attacked('raw hands', seen(pointing, rawPointing)) }
      : null
  const typed = seen(typing, (visits) => exportedFeatures(withoutRhythm(recordedTyping(visits))))
  const pointed = seen(pointing, (heard) => exportedFeatures(withoutRhythm(recordedPointing(heard))))
  return { raw, exported: { typists: attacked(`exported typists ${seed}`, typed), hands: attacked(`exported hands ${seed}`, pointed) } }
})

describe.each(['typists', 'hands'] as const)('fifty %s', (who) => {
  test('are told apart by their raw events, whatever the attack', () => {
    const { centroid = 0, discriminants = 0, neighbours = 0 } = measured[0]?.raw?.[who] ?? {}
    for (const share of [centroid, discriminants, neighbours]) expect(share).toBeGreaterThan(RAW)
  })

  test('are not told apart by what is exported', () => {
    const shares = measured.map(({ exported }) => exported[who].centroid)
    expect(mean(shares)).toBeLessThan(EXPORTED)
  })
})
