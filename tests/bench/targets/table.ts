/** The result as lines for a terminal: right / silently wrong in per cent; the rest abstained. Pure. */
import { COMPETITORS } from './messages.ts'
import { total, type Tally } from './tally.ts'
import { wilson } from './wilson.ts'

export const percent = (share: number): string => share.toFixed(1)

/** Where nothing is to be found, right is to find nothing. */
export function tableLines(tally: Tally): string[] {
  const rows = [...tally].map(([change, row]) => {
    const [first] = row.values()
    const cells = COMPETITORS.map((competitor) => {
      const counts = row.get(competitor)
      if (!counts) return ''
      const of = total(counts)
      return `${percent(wilson(counts.right, of).share)}/${percent(wilson(counts.wrong, of).share)}`
    })
    return [change, String(first ? total(first) : 0), ...cells]
  })
  const table = [['right/wrong %', 'n', ...COMPETITORS], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  return table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
}
