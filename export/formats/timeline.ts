import { readFileSync } from 'node:fs'
import type { Trace } from '../../lib/trace/schema.ts'
import { article } from '../timeline/article.ts'
import { nameOf } from '../timeline/hidden.ts'
import { html, type Html } from '../timeline/html.ts'
import { icons } from '../timeline/icon.ts'
import { contents, countTable, overviewOf, total, type Overview } from '../timeline/overview.ts'

/** Loads nothing and runs nothing, even if something foreign ever came into the page. */
const CSP = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
/** In order: narrow windows, print and forced colours override the rest. */
const STYLES = ['page', 'overview', 'article', 'step', 'modes']
const style: Html = { html: STYLES.map((name) => readFileSync(new URL(`../timeline/${name}.css`, import.meta.url), 'utf8')).join('') }

const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

function top(overview: Overview): Html {
  const actions = [...overview.sites.values()].reduce((sum, counts) => sum + total(counts), 0)
  const sums = `${counted(overview.entries.length, 'sequence')} with ${counted(actions, 'action')} on ${counted(overview.sites.size, 'site')}`
  const timed = overview.entries.every(({ durationMs }) => durationMs !== null)
  return html`<header class="top">
      <p class="brand">Waymark</p>
      <h1>What was recorded</h1>
      <p class="lead">${sums}. A sequence is one run of work in one tab on one site.</p>
      <p class="legend">
        A mark such as ${nameOf('⟦button·4-8⟧')} stands where something was there and was not recorded: names, typed text, parts of
        addresses. The small pictures show the window, the target in it, and
        ${timed ? 'the way of the pointer' : 'where the pointer came from'}; nothing of the page itself was
        kept.${timed ? null : ' Times, pauses and the way of the pointer were left out, because they tell persons apart.'}
      </p>
    </header>
    ${overview.entries.length === 0 ? html`<p class="empty">Nothing has been delivered yet.</p>` : [countTable(overview), contents(overview)]}`
}

/** One page that shows every sequence, complete in itself. Reads the traces twice, the first time for what stands at the top. */
export function* timeline(traces: () => Iterable<Trace>): Generator<string> {
  const overview = overviewOf(traces())
  const known = new Set(overview.entries.map(({ id }) => id))
  yield `<!doctype html>\n`
  yield html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${CSP}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>Waymark timeline</title>
      <style>
        ${style}
      </style>
    </head>
    <body>
      ${icons}
      <main>${top(overview)}
   `.html
  let number = 0
  for (const trace of traces()) yield `${article(trace, ++number, known).html}\n`
  yield '</main>\n</body>\n</html>\n'
}
