import { ACTION_KINDS } from '../lib/trace/vocabulary.ts'
import { totalOf, type Tally } from './tally.ts'

/** Counts of one demo, from three independent places: the script, the browser's database, the collector's export. */
export type Outcome = {
  /** What the scripted person did; null when a real one worked. */
  expected: Tally | null
  stored: Tally
  delivered: Tally
  bySite: Record<string, Tally>
  sequences: number
  waiting: number
}

/** One row a kind, one column a site, and whether the three counts agree. */
export function tableOf({ expected, stored, delivered, bySite }: Outcome): string {
  const sites = Object.keys(bySite)
  const header = ['action', ...sites, ...(expected ? ['expected'] : []), 'stored', 'delivered', '']
  const kinds = ACTION_KINDS.filter((kind) => expected?.[kind] || stored[kind] || delivered[kind])
  const rows = kinds.map((kind) => {
    const counts = [...(expected ? [expected[kind] ?? 0] : []), stored[kind] ?? 0, delivered[kind] ?? 0]
    return [kind, ...sites.map((site) => bySite[site]?.[kind] ?? 0), ...counts, new Set(counts).size === 1 ? '✓' : '✗ differs']
  })
  const totals = [...(expected ? [totalOf(expected)] : []), totalOf(stored), totalOf(delivered)]
  const all = ['all', ...sites.map((site) => totalOf(bySite[site] ?? {})), ...totals, '']
  return align([header, ...rows, all])
}

/** True if every action the script made was stored and delivered, by kind, and nothing else was. */
export function agrees({ expected, stored, delivered, waiting }: Outcome): boolean {
  const same = (a: Tally, b: Tally) => ACTION_KINDS.every((kind) => (a[kind] ?? 0) === (b[kind] ?? 0))
  return waiting === 0 && same(stored, delivered) && (!expected || same(expected, stored))
}

function align(rows: (string | number)[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length))) ?? []
  const line = (row: (string | number)[]) =>
    row
      .map((cell, column) =>
        typeof cell === 'number' || column > 0 ? String(cell).padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
  const [header = [], ...rest] = rows
  const rule = widths.map((width) => '─'.repeat(width)).join('──')
  return [line(header), rule, ...rest.slice(0, -1).map(line), rule, line(rest.at(-1) ?? [])].join('\n')
}
