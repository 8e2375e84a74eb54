/** Secrets are planted wherever a page can hold one, under every policy there can be; none may be found anywhere of ours. */
import { detect } from '../../lib/mask/detect.ts'
import { expect, test } from '../e2e/browser/fixtures.ts'
import { PAGES } from './pages/all.ts'
import { DEFECTS, ROWS } from './suite/coverage.ts'
import { isSecretKind } from './suite/kinds.ts'
import { searchFor, type Found } from './suite/search.ts'
import { jobsOf } from './suite/jobs.ts'
import { runSuite, type Outcome } from './suite/suite.ts'
import { shareKept, survivalIn, survivalTable } from './suite/survival.ts'

/** Sixty pages and four hundred secrets are the least; driving them takes five minutes on two quiet cores, and twice that on busy ones. */
const MIN_PAGES = 60
const MIN_CANARIES = 400
const DRIVING_MS = 900_000
/** Wording that must come through on pages like applications: four of five words in the strict mode, nearly all in the open one. */
const KEPT_INTERFACE = 0.85
const KEPT_PUBLIC = 0.95

test('every row of the leak matrix and every known defect has a page', () => {
  const claimed = new Set(PAGES.flatMap(({ covers }) => covers))
  expect([...ROWS, ...DEFECTS].filter((each) => !claimed.has(each))).toEqual([])
  expect(PAGES.length).toBeGreaterThanOrEqual(MIN_PAGES)
  expect(new Set(PAGES.map(({ name }) => name)).size).toBe(PAGES.length)
})

/** One line for each secret: whose it is, in how many places of ours it was found, and how it looks in the first. */
function told(found: readonly Found[]): string[] {
  const canaries = new Map(found.map((each) => [each.canary, found.filter(({ canary }) => canary === each.canary)]))
  return [...canaries].map(([{ preset, kind, page }, [first, ...more]]) => {
    const places = `${first?.place ?? ''}${more.length > 0 ? ` and ${more.length} more` : ''}`
    return `${preset}: ${kind} of "${page}" in ${places}: ${first?.around ?? ''}`
  })
}

// One test, because the browser is driven once for all of it: a test that fails would drive it again for the next.
test('no secret is anywhere, and the wording of interfaces is', async ({ extension }) => {
  test.setTimeout(DRIVING_MS)
  const outcome: Outcome = await runSuite(extension, jobsOf(PAGES))
  const { planted, places, visited, actionsOf, exports, bent } = outcome
  const soft = expect.configure({ soft: true })

  await test.step('every page was visited as it should be, and recorded', () => {
    soft(visited.flatMap(({ job, failure }) => (failure === null ? [] : [`${job.page.name}, ${job.preset}: ${failure}`]))).toEqual([])
    const unseen = visited.filter((each) => (each.job.page.unlisted ? actionsOf(each).length > 0 : actionsOf(each).length < 2))
    soft(unseen.map(({ job }) => `${job.page.name}, ${job.preset}`)).toEqual([])
    const wrong = visited
      .map((each) => [each, each.job.page.check?.(actionsOf(each)) ?? null] as const)
      .filter(([, problem]) => problem !== null)
    const lines = (known: boolean) =>
      wrong
        .filter(([{ job }]) => (job.page.known ?? false) === known)
        .map(([{ job }, problem]) => `${job.page.name}, ${job.preset}: ${problem}`)
    soft(lines(false)).toEqual([])
    process.stdout.write(
      lines(true)
        .map((line) => `known limitation: ${line}\n`)
        .join(''),
    )
    soft(lines(true).length).toBe(visited.filter(({ job }) => job.page.known).length)
  })
  await test.step('there is something to find, and nothing that a detector would find by its form', () => {
    const strict = planted.filter(({ preset }) => preset === 'interface')
    soft(strict.length).toBeGreaterThanOrEqual(MIN_CANARIES)
    soft(planted.filter(({ form, value }) => form === 'letters' && detect(value) !== null)).toEqual([])
    for (const place of ['runtime messages', 'HTTP requests', 'export', 'timeline', 'IndexedDB actions, before delivery']) {
      soft(places.find(({ name }) => name === place)?.text.length ?? 0, place).toBeGreaterThan(10_000)
    }
    // Only unpacked does it say what it is a copy of.
    soft(places.find(({ name }) => name === 'IndexedDB copies, after delivery')?.text).toContain('"kind":"click"')
  })

  const found = places.flatMap(searchFor(planted))
  await test.step('while only wording of interfaces is kept, no secret of any kind is anywhere', () => {
    soft(told(found.filter(({ canary }) => canary.preset === 'interface'))).toEqual([])
  })
  await test.step('under no policy is a secret anywhere that was typed, pasted, filled in, hidden, echoed, on screen, a file or of another site', () => {
    soft(told(found.filter(({ canary }) => isSecretKind(canary.kind) && canary.preset !== 'interface'))).toEqual([])
  })
  await test.step('content of a page is nowhere code, and no name that was kept could become it', () => {
    soft(bent).toEqual([])
    const names = visited.flatMap(actionsOf).flatMap(({ target }) => (target?.name ? [target.name] : []))
    soft(names.filter((name) => /^[=+@\t\r-]|[\p{C}\u2028\u2029<>]/u.test(name))).toEqual([])
    // Words such as HYPERLINK and onerror may be names of a public site; what makes them code may not.
    soft(/<(?:img|svg|script|iframe)|[=+@-]HYPERLINK|__pwned/i.exec(exports.jsonl)?.[0]).toBeUndefined()
    soft(
      /<(?:img|iframe)|<svg[^>]*onload|(?:href|src|action)=["']?\s*javascript:|onerror=|__pwned/i.exec(exports.timeline)?.[0],
    ).toBeUndefined()
  })
  await test.step('the wording of what was acted on comes through', () => {
    const survival = survivalIn(outcome)
    const share = (preset: string, app: boolean) => shareKept(survival.filter((each) => each.preset === preset && each.app === app))
    const percent = (preset: string) => `${preset}: ${(share(preset, true) * 100).toFixed(1)} % on pages like applications`
    process.stdout.write(`${survivalTable(survival)}\n${percent('interface')}\n${percent('public')}\n`)
    process.stdout.write(`${PAGES.length} pages, ${visited.length} visits, ${planted.length} secrets, ${outcome.counts.stored} actions\n`)
    soft(share('interface', true)).toBeGreaterThanOrEqual(KEPT_INTERFACE)
    soft(share('public', true)).toBeGreaterThanOrEqual(KEPT_PUBLIC)
  })
})
