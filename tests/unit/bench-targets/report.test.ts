import { expect, test } from 'vitest'
import { markdown } from '../../bench/targets/document.ts'
import { COMPETITORS, type Outcome } from '../../bench/targets/messages.ts'
import { plot } from '../../bench/targets/plot.ts'
import { tableLines } from '../../bench/targets/table.ts'
import { count, type Tally } from '../../bench/targets/tally.ts'

const results = (outcomes: Outcome[]) => {
  const of = {
    'ours, masked': outcomes,
    'ours, clear': outcomes,
    Playwright: outcomes,
    'DevTools list': outcomes,
    finder: outcomes,
    XPath: outcomes,
  }
  return { outcomes: of, misses: [] }
}
const tally: Tally = new Map()
count(tally, 'classes & ids', results(['right', 'right', 'wrong', 'abstained']))
count(tally, 'sorted', results(['wrong', 'right']), (index) => index === 1)

test('outcomes of the targets that are wanted are counted, by change and competitor', () => {
  expect(tally.get('classes & ids')?.get('XPath')).toEqual({ right: 2, wrong: 1, abstained: 1 })
  expect(tally.get('sorted')?.get('finder')).toEqual({ right: 1, wrong: 0, abstained: 0 })
})

test('a line for each change tells right and wrong of each competitor', () => {
  const [head = '', first = ''] = tableLines(tally)
  for (const competitor of COMPETITORS) expect(head).toContain(competitor)
  expect(first.match(/50\.0\/25\.0/g)).toHaveLength(COMPETITORS.length)
})

test('the document gives every share with its interval', () => {
  const sums = { pages: 2, sources: ['a', 'b'], targets: 4, inData: 1, unsure: 0, twins: new Map([['finder' as const, 3]]) }
  const text = markdown(sums, tally, tally, [{ name: 'ours, masked', median: 0.25, p95: 1.5 }])
  expect(text).toContain('| classes & ids | 4 | 50.0 (15.0–85.0) |')
  expect(text).toContain('· finder 3 ·')
  expect(text).toContain('| ours, masked | 0.25 | 1.50 |')
})

test('the picture says in words what each bar shows, in colours of either scheme', () => {
  const picture = plot(tally, 'Four targets.')
  expect(picture).toContain('<title>classes &amp; ids, finder: right 50.0 %, silently wrong 25.0 %, not found 25.0 %</title>')
  expect(picture).toContain('<desc id="about">Four targets.</desc>')
  expect(picture).toContain('prefers-color-scheme: dark')
})
