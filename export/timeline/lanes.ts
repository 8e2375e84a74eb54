import type { Sequence } from '../../lib/trace/schema.ts'
import { GROUPS, GROUP_OF } from './group.ts'
import { html, type Html } from './html.ts'
import { clock } from './words.ts'

const WIDTH = 1000
/** A mark of no duration, wide enough to be seen. */
const MARK = 5
const HEIGHT = 14

/** The whole sequence at a glance: one lane a group, one mark an action, time from left to right. The list says the same in words. */
export function lanes({ actions, durationMs }: Sequence): Html {
  const scale = (WIDTH - MARK) / Math.max(durationMs, actions.at(-1)?.t ?? 0, 1)
  const used = GROUPS.filter(({ name }) => actions.some(({ kind }) => GROUP_OF[kind] === name))
  return html`<div class="lanes" aria-hidden="true">
    ${used.map(({ name, title }) => {
      const marks = actions.filter(({ kind }) => GROUP_OF[kind] === name)
      return html`<span>${title}</span>
        <svg class="lane ${name}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
          ${marks.map((action) => {
            const width = MARK + scale * (action.kind === 'type' ? (action.durationMs ?? 0) : 0)
            return html`<rect
              x="${(action.t * scale).toFixed(1)}"
              width="${Math.min(width, WIDTH).toFixed(1)}"
              height="${HEIGHT}"
              rx="2"
            />`
          })}
        </svg>`
    })}
    <span></span><span class="scale"><span>0:00</span><span>${clock(durationMs).slice(0, -2)}</span></span>
  </div>`
}
