import type { Trace } from '../../lib/trace/schema.ts'
import { ACTION_KINDS } from '../../lib/trace/vocabulary.ts'
import { GROUP_OF } from './group.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { lanes } from './lanes.ts'
import { count, dayInWords, host } from './overview.ts'
import { step } from './step.ts'
import { ENDINGS, KIND_NAMES, duration } from './words.ts'

/**
 * One sequence as a timeline.
 * @param number its place in the page, from 1
 * @param known ids of the sequences in the page, so that no link leads nowhere
 */
export function article(trace: Trace, number: number, known: ReadonlySet<string>): Html {
  const { sequence, rhythm } = trace
  const { id, site, day, durationMs, viewport, actions, ended, previous, opener } = sequence
  const counts = count(actions)
  const link = (other: string | null, words: string) =>
    other !== null && known.has(other) ? html`<li><a href="#${other}">${words}</a></li>` : null
  return html`<article id="${id}" aria-labelledby="${id}-title">
    <header>
      <h2 id="${id}-title"><span class="number">${number}</span> ${host(site)}</h2>
      <ul class="facts">
        <li><time datetime="${day}">${dayInWords(day)}</time></li>
        ${rhythm === 'recorded' ? html`<li>${duration(durationMs)}</li>` : null}
        <li>${ENDINGS[ended]}</li>
        <li>window of ${viewport.width} × ${viewport.height} px</li>
        ${link(previous, 'goes on from another sequence')}${link(opener, 'opened from another sequence')}
      </ul>
      <ul class="counts">
        ${ACTION_KINDS.flatMap((kind) => {
          const many = counts[kind]
          return many ? [html`<li class="${GROUP_OF[kind]}">${icon(kind)}<b>${many}</b> ${KIND_NAMES[kind][many === 1 ? 0 : 1]}</li>`] : []
        })}
      </ul>
      ${lanes(trace)}
    </header>
    <ol class="steps">
      ${actions.map((action, index) => step(action, actions[index - 1], sequence))}
    </ol>
  </article>`
}
