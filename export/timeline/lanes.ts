import type { Trace } from '../../lib/trace/schema.ts'
import { GROUPS, GROUP_OF } from './group.ts'
import { html, type Html } from './html.ts'
import { clock } from './words.ts'

const WIDTH = 1000
/** A mark of no duration, wide enough to be seen. */
const MARK = 5
const HEIGHT = 14

/**
 * The whole sequence at a glance: one lane a group, one mark an action, from left to right by time, or by number where there is no
 * clock. The list says the same in words.
 */
export function lanes({ sequence: { actions, durationMs }, rhythm }: Trace): Html {
  const timed = rhythm === 'recorded'
  const end = timed ? Math.max(durationMs, actions.at(-1)?.t ?? 0) : actions.length - 1
  const scale = (WIDTH - MARK) / Math.max(end, 1)
  const ends = timed ? ['0:00', clock(durationMs).slice(0, -2)] : ['step 1', `step ${actions.length}`]
  const used = GROUPS.filter(({ name }) => actions.some(({ kind }) => GROUP_OF[kind] === name))
  return html`<div class="lanes" aria-hidden="true">
    ${used.map(({ name, title }) => {
      const marks = actions.filter(({ kind }) => GROUP_OF[kind] === name)
      return html`<span>${title}</span>
        <svg class="lane ${name}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
          ${marks.map((action) => {
            const width = MARK + scale * (timed && action.kind === 'type' ? (action.durationMs ?? 0) : 0)
            return html`<rect
              x="${((timed ? action.t : action.seq) * scale).toFixed(1)}"
              width="${Math.min(width, WIDTH).toFixed(1)}"
              height="${HEIGHT}"
              rx="2"
            />`
          })}
        </svg>`
    })}
    <span></span><span class="scale">${ends.map((words) => html`<span>${words}</span>`)}</span>
  </div>`
}
