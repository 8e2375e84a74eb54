import type { Trace } from '../../lib/trace/schema.ts'
import { ACTION_KINDS, type ActionKind, type Ending } from '../../lib/trace/vocabulary.ts'
import { GROUP_OF } from './group.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { ENDINGS, KIND_NAMES, duration } from './words.ts'

type Counts = Partial<Record<ActionKind, number>>
/** `durationMs` is null where there is no clock. */
type Entry = { id: string; site: string; day: string; durationMs: number | null; actions: number; ended: Ending }
/** What stands at the top of the page, gathered in a pass of its own: a few words a sequence, never the sequences. */
export type Overview = { sites: Map<string, Counts>; entries: Entry[] }

export function count(kinds: Iterable<{ kind: ActionKind }>, counts: Counts = {}): Counts {
  for (const { kind } of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

export function overviewOf(traces: Iterable<Trace>): Overview {
  const overview: Overview = { sites: new Map(), entries: [] }
  for (const { sequence, rhythm } of traces) {
    const { id, site, day, durationMs, actions, ended } = sequence
    overview.sites.set(site, count(actions, overview.sites.get(site)))
    overview.entries.push({ id, site, day, durationMs: rhythm === 'recorded' ? durationMs : null, actions: actions.length, ended })
  }
  return overview
}

export const total = (counts: Counts): number => Object.values(counts).reduce((sum, number) => sum + number, 0)

/** "wiki.example.com" */
export const host = (site: string): string => site.replace(/^https?:\/\//, '')

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
export const dayInWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`))

/** Actions by site and kind; kinds that did not occur have no column. */
export function countTable({ sites }: Overview): Html {
  const kinds = ACTION_KINDS.filter((kind) => [...sites.values()].some((counts) => counts[kind]))
  const cells = (counts: Counts) => [
    ...kinds.map((kind) => html`<td>${counts[kind] ?? html`<span class="none">–</span>`}</td>`),
    html`<td>${total(counts)}</td>`,
  ]
  const all = [...sites.values()].reduce<Counts>(
    (sum, counts) => Object.fromEntries(kinds.map((kind) => [kind, (sum[kind] ?? 0) + (counts[kind] ?? 0)])),
    {},
  )
  return html`<div class="wide" tabindex="0" role="region" aria-label="Actions by site and kind">
    <table>
      <thead>
        <tr>
          <th scope="col">Site</th>
          ${kinds.map((kind) => html`<th scope="col" class="${GROUP_OF[kind]}">${icon(kind)}${KIND_NAMES[kind][1]}</th>`)}
          <th scope="col">all</th>
        </tr>
      </thead>
      <tbody>
        ${[...sites].map(
          ([site, counts]) =>
            html`<tr>
              <th scope="row">${host(site)}</th>
              ${cells(counts)}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">all sites</th>
          ${cells(all)}
        </tr>
      </tfoot>
    </table>
  </div>`
}

export function contents({ entries }: Overview): Html {
  return html`<nav aria-label="Sequences">
    <ol class="contents">
      ${entries.map(({ id, site, day, durationMs, actions, ended }) => html`<li><a href="#${id}">${host(site)}</a> <span>${dayInWords(day)}</span> ${durationMs === null ? null : html`<span>${duration(durationMs)}</span> `}<span>${actions} action${actions === 1 ? '' : 's'}</span> <span>${ENDINGS[ended]}</span></li>`)}
    </ol>
  </nav>`
}
