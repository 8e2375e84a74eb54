/** One action for each intent, in every situation: what is recorded against what was meant, with trusted input in real Chromium. */
import { expect, test } from './browser/fixtures.ts'
import { openRun, type Run } from './intents/run.ts'
import { isMeasured, settleScorecard } from './intents/scorecard-file.ts'
import { deviationsOf, precisionOf, recallOf, scoreTable, totalsOf, withoutReason, type Measured } from './intents/scorecard.ts'
import { score } from './intents/score.ts'
import type { Situation } from './intents/situation.ts'
import { SITUATIONS } from './intents/situations.ts'

/** Groups in which other recorders write one intent twice. */
const NEVER_TWICE = ['label', 'submit', 'double click']
/** A visit takes 2 s, and the machine may be three times as slow. */
const VISIT_MS = 6000

const keepsPages = ({ keepsPages = false }: Situation) => keepsPages

/** A browser for most situations, and one for those that need another. */
let plain: Run
let keeping: Run
const measured = new Map<Situation, Measured>()
test.beforeAll(async ({ extension }) => {
  plain = await openRun(
    extension,
    SITUATIONS.filter((each) => !keepsPages(each)),
    { scrollbars: true },
  )
  keeping = await openRun(extension, SITUATIONS.filter(keepsPages), { backForwardCache: true })
})
test.afterAll(async () => {
  await plain.close()
  await keeping.close()
})

/** Once for each worker: after a failure the next worker measures for the table what is missing. */
async function measure(situation: Situation): Promise<Measured> {
  const known = measured.get(situation)
  if (known) return known
  const fresh = { situation, score: score(situation.truth, await (keepsPages(situation) ? keeping : plain).record(situation)) }
  measured.set(situation, fresh)
  return fresh
}

/** What deviates for a reason that is known is in the scorecard, and is measured with it. */
for (const situation of SITUATIONS.filter(({ reason }) => reason === undefined)) {
  test(`${situation.group}: ${situation.name}`, async () => {
    expect(deviationsOf((await measure(situation)).score)).toEqual([])
  })
}

if (isMeasured)
  test('the scorecard: 0.98 of what is recorded was meant, 0.98 of what was meant is recorded, nothing twice', async () => {
    test.setTimeout(60_000 + SITUATIONS.length * VISIT_MS)
    const all: Measured[] = []
    const broken: string[] = []
    for (const situation of SITUATIONS) {
      await measure(situation).then(
        (each) => all.push(each),
        (error: unknown) => broken.push(`${situation.group}: ${situation.name}: ${String(error)}`),
      )
    }
    const table = scoreTable('Group', all)
    console.log(table)
    expect(broken).toEqual([])
    settleScorecard('Situations', table)
    const totals = totalsOf(all)
    expect(precisionOf(totals)).toBeGreaterThanOrEqual(0.98)
    expect(recallOf(totals)).toBeGreaterThanOrEqual(0.98)
    expect(withoutReason(all)).toEqual([])
    for (const name of NEVER_TWICE) {
      const group = totalsOf(all.filter(({ situation }) => situation.group === name))
      expect([name, group.situations > 0, group.duplicates]).toEqual([name, true, 0])
    }
  })
