/** The figures as lines of text, each with its budget beside it. */
import type { Arrival } from './arrival.ts'
import type { Cost } from './cost.ts'

/** Main-thread time of ours in ten busy seconds, a start, and a task that a person can feel; ms. */
const BUDGET = { busyMs: 40, startMs: 10, taskMs: 50 }
/** Inside of one click, p95, by elements of the page; ms. */
const CLICK_MS = new Map([
  [5000, 1],
  [50_000, 2],
])

export function headOf(elements: number): string[] {
  const budgets = ['', '', `p95 ≤ ${CLICK_MS.get(elements)}`, '', '', `≤ ${BUDGET.taskMs}`, `≤ ${BUDGET.busyMs}`]
  return [
    columns(['', 'one click,', 'key or move:', 'most of it in', 'afterwards,', 'longest', 'in 10 busy']),
    columns(['', 'median', 'p95', '', 'each act', 'task', 'seconds']),
    columns(budgets),
  ]
}

export function lineOf(
  name: string,
  { dearest, afterwardsMs, longestTaskMs }: Cost,
  elements: number,
  acts: number,
  inTen: number,
): string {
  const sorted = dearest.toSorted((a, b) => a.ms - b.ms)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]
  return columns([
    name,
    ms(at(0.5)?.ms ?? 0),
    held(at(0.95)?.ms ?? 0, CLICK_MS.get(elements) ?? 0),
    at(0.95)?.type ?? '',
    ms(afterwardsMs / acts),
    held(longestTaskMs, BUDGET.taskMs),
    held(inTen, BUDGET.busyMs),
  ])
}

/** The browser keeps what it compiled: only the first page of a browser pays for that. */
export function arrivalLines(arrivals: readonly Arrival[]): string[] {
  const median = (key: keyof Arrival) => arrivals.map((each) => each[key]).toSorted((a, b) => a - b)[Math.floor(arrivals.length / 2)] ?? 0
  const line = (name: string, valueOf: (key: keyof Arrival) => number) =>
    `  ${name}: running the recorder's script ${ms(valueOf('evaluateMs'))}, of it compiling ${ms(valueOf('compileMs'))}; in all until the page has started ${held(valueOf('startMs'), BUDGET.startMs)} (≤ ${BUDGET.startMs}), of it layout ${ms(valueOf('layoutMs'))}`
  return [line(`Arriving, median of ${arrivals.length}`, median), line('The first of them', (key) => arrivals[0]?.[key] ?? 0)]
}

const ms = (value: number) => value.toFixed(value < 100 ? 2 : 0)
const held = (value: number, budget: number) => `${ms(value)} ${value <= budget ? '✓' : '✗'}`
const WIDTHS = [30, 12, 14, 15, 13, 11, 13]
const columns = (cells: readonly string[]) =>
  `  ${cells.map((cell, index) => (index === 0 || index === 3 ? ` ${cell}`.padEnd(WIDTHS[index] ?? 0) : cell.padStart(WIDTHS[index] ?? 0))).join('')}`.trimEnd()
