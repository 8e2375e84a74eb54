/** One action for each intent, in widgets that others have published: what is recorded against what was meant. */
import { expect, test } from './browser/fixtures.ts'
import { openRun, type Run } from './intents/run.ts'
import { isMeasured, settleScorecard } from './intents/scorecard-file.ts'
import { deviationsOf, precisionOf, recallOf, scoreTable, totalsOf, withoutReason, type Measured } from './intents/scorecard.ts'
import { score } from './intents/score.ts'
import type { Situation } from './intents/situation.ts'
import { openApplications } from './widgets/applications.ts'
import { bundlePages } from './widgets/bundle.ts'
import { WIDGET_SITUATIONS } from './widgets/situations.ts'

/** A visit takes 2 s, and the machine may be three times as slow. */
const VISIT_MS = 6000

let run: Run
let closeApplications: () => Promise<void>
const measured = new Map<Situation, Measured>()
test.beforeAll(async ({ extension }) => {
  const pages = await bundlePages()
  run = await openRun(extension, WIDGET_SITUATIONS)
  for (const [file, answer] of pages) run.scene.sites.set(`listed.localhost/widgets/${file}`, answer)
  closeApplications = await openApplications(run.scene.sites)
})
test.afterAll(async () => {
  await run.close()
  await closeApplications()
})

/** Once for each worker: after a failure the next worker measures for the table what is missing. */
async function measure(situation: Situation): Promise<Measured> {
  const known = measured.get(situation)
  if (known) return known
  const fresh = { situation, score: score(situation.truth, await run.record(situation)) }
  measured.set(situation, fresh)
  return fresh
}

/** They take eight minutes, and are measured when the scorecard is. */
if (isMeasured) {
  for (const situation of WIDGET_SITUATIONS) {
    test(`${situation.group}: ${situation.name}`, async () => {
      expect(deviationsOf((await measure(situation)).score)).toEqual([])
    })
  }

  test('the scorecard of widgets: 0.95 of what is recorded was meant, 0.95 of what was meant is recorded, nothing twice', async () => {
    test.setTimeout(60_000 + WIDGET_SITUATIONS.length * VISIT_MS)
    const all: Measured[] = []
    const broken: string[] = []
    for (const situation of WIDGET_SITUATIONS) {
      await measure(situation).then(
        (each) => all.push(each),
        (error: unknown) => broken.push(`${situation.group}: ${situation.name}: ${String(error)}`),
      )
    }
    const table = scoreTable('Library', all)
    console.log(table)
    expect(broken).toEqual([])
    settleScorecard('Third-party widgets', table)
    const totals = totalsOf(all)
    expect(precisionOf(totals)).toBeGreaterThanOrEqual(0.95)
    expect(recallOf(totals)).toBeGreaterThanOrEqual(0.95)
    expect(totals.duplicates).toBe(0)
    expect(withoutReason(all)).toEqual([])
  })
}
