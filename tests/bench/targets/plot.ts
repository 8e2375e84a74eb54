/** The result as a picture: a bar for each change and competitor, of what was right, silently wrong and not found. Pure. */
import { COMPETITORS } from './messages.ts'
import { percent } from './table.ts'
import { total, type Counts, type Tally } from './tally.ts'

/** px. Bars stand under the names of who is compared, beside the names of the changes. */
const NAMES = 345
const COLUMN = 120
const BAR = { width: 104, height: 12 }
const ROW = 20
const HEAD = 62
const LEGEND_STEP = 135
const WIDTH = NAMES + COMPETITORS.length * COLUMN

/** Blue and orange are told apart by nearly everybody; each pair has been chosen for its ground. */
const STYLE = `text { font: 13px system-ui, sans-serif; fill: #1a1a1a } .right { fill: #2b6cb0 } .wrong { fill: #d9480f } .none { fill: #d5d8dc }
    @media (prefers-color-scheme: dark) { text { fill: #e6e6e6 } .right { fill: #6aaef0 } .wrong { fill: #ff8a4c } .none { fill: #454a50 } }`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** @param about what the numbers are of, for those who do not see it */
export function plot(tally: Tally, about: string): string {
  const height = HEAD + tally.size * ROW + 8
  const heads = COMPETITORS.map((name, column) => `<text x="${NAMES + column * COLUMN}" y="${HEAD - 10}">${escaped(name)}</text>`)
  const rows = [...tally].flatMap(([change, row], index) => {
    const y = HEAD + index * ROW
    const bars = COMPETITORS.flatMap((name, column) => {
      const counts = row.get(name)
      return counts ? [bar(counts, NAMES + column * COLUMN, y, `${change}, ${name}`)] : []
    })
    return [`<text x="0" y="${y + BAR.height - 1}">${escaped(change)}</text>`, ...bars]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title about">
  <title id="title">Targets found again after a change of the page</title>
  <desc id="about">${escaped(about)}</desc>
  <style>${STYLE}</style>
  ${legend().join('\n  ')}
  ${[...heads, ...rows].join('\n  ')}
</svg>
`
}

const LEGEND = [
  ['right', 'right'],
  ['wrong', 'silently wrong'],
  ['none', 'not found'],
] as const

const legend = () =>
  LEGEND.flatMap(([kind, text], index) => [
    `<rect class="${kind}" x="${index * LEGEND_STEP}" y="6" width="12" height="12"/>`,
    `<text x="${index * LEGEND_STEP + 18}" y="17">${text}</text>`,
  ])

function bar(counts: Counts, x: number, y: number, of: string): string {
  const all = total(counts)
  if (all === 0) return ''
  const share = (part: number) => percent((100 * part) / all)
  const width = (part: number) => ((BAR.width * part) / all).toFixed(1)
  const rect = (kind: string, from: string | number, part: number) =>
    part === 0 ? '' : `<rect class="${kind}" x="${from}" y="${y}" width="${width(part)}" height="${BAR.height}"/>`
  const after = (part: number) => (x + (BAR.width * part) / all).toFixed(1)
  const words = `${of}: right ${share(counts.right)} %, silently wrong ${share(counts.wrong)} %, not found ${share(counts.abstained)} %`
  return `<g><title>${escaped(words)}</title>${rect('right', x, counts.right)}${rect('wrong', after(counts.right), counts.wrong)}${rect('none', after(counts.right + counts.wrong), counts.abstained)}</g>`
}
