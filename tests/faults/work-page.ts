/** A page whose every button can be told from every other, in the browser, in the store and in what was delivered. */
import type { Action, Draft } from '../../lib/trace/action.ts'

const COLUMNS = 20
const ROWS = 15
const WIDTH = 60
const HEIGHT = 44
export const BUTTONS = COLUMNS * ROWS

const cell = '<td><button>Save</button>'
const STYLE = `table{position:fixed;left:0;top:0;border-spacing:0} td{padding:0;width:${WIDTH}px;height:${HEIGHT}px} button{width:50px;height:36px}`
export const WORK_PAGE = `<!doctype html><title>Work</title><style>${STYLE}</style><table>${`<tr>${cell.repeat(COLUMNS)}`.repeat(ROWS)}</table>`

/** Where to click for the n-th button, in CSS pixels. */
export const pointOf = (button: number) => ({
  x: (button % COLUMNS) * WIDTH + WIDTH / 2,
  y: Math.floor(button / COLUMNS) * HEIGHT + HEIGHT / 2,
})

/** Names one click: each button of a host is clicked once at most. */
export const markOf = (host: string, button: number) => `${host} ${button}`

const PATH = /^html > body > table > tbody > tr(?::nth-of-type\((\d+)\))? > td(?::nth-of-type\((\d+)\))? > button$/

/** The mark of a click that was recorded; null for whatever else is recorded. Hosts are kept as they are, and so are positions. */
export function markIn(action: Action | Draft): string | null {
  if (action.kind !== 'click') return null
  const path = action.target?.locators.map(({ css }) => PATH.exec(css)).find((found) => found)
  if (!path) return null
  const [row, column] = [Number(path[1] ?? 1), Number(path[2] ?? 1)]
  return markOf(new URL(action.route.origin).hostname, (row - 1) * COLUMNS + column - 1)
}
