/** What an attack sees that has the exported record: every number and every class in it that a person may have shaped. */
import type { Action } from '../../../lib/trace/action.ts'
import type { Sequence } from '../../../lib/trace/schema.ts'
import { PAUSES, SCROLL_CAUSES, SIZES } from '../../../lib/trace/vocabulary.ts'
import { logMs, notes, type Features, type Notes } from './features.ts'
import { notePath } from './path-features.ts'

/** A length in the middle of each size class, to turn a duration into a speed. */
const MIDDLE = { '0': 1, '1-3': 2, '4-8': 6, '9-20': 13, '21+': 50 } as const

export function exportedFeatures({ actions, durationMs }: Sequence): Features {
  const all = notes()
  const { note } = all
  note('total duration', logMs(durationMs))
  note('total actions', actions.length)
  for (const [index, action] of actions.entries()) {
    noteTiming(all, action, actions[index - 1])
    if (action.kind === 'type') noteTyping(all, action)
    if (action.kind === 'click') noteClick(all, action)
    if (action.kind === 'scroll') noteScroll(all, action)
  }
  return all.summary()
}

function noteTiming({ note }: Notes, action: Action, before: Action | undefined): void {
  if (action.pause !== null) {
    const pause = PAUSES.indexOf(action.pause)
    note('pause', pause)
    note(`pause ${action.kind}`, pause)
    for (const [index, other] of PAUSES.entries()) note(`pause ${action.kind} of ${other}`, pause === index ? 1 : 0)
  }
  if (action.wait !== null) note('wait', PAUSES.indexOf(action.wait))
  for (const { settleMs } of action.effects) if (settleMs !== null) note(`settle ${action.kind}`, logMs(settleMs))
  note(`kind ${action.kind}`, 1)
  if (!before) return
  const gap = action.t - before.t
  note('gap', logMs(gap))
  note(`gap ${before.kind} ${action.kind}`, logMs(gap))
  if (before.kind === 'type' && before.inserts !== null) {
    note(`gap for ${before.inserts}`, logMs(gap))
    note('gap speed', logMs(gap) - Math.log(MIDDLE[before.inserts]))
    note('gap beyond typing', logMs(gap - (before.durationMs ?? 0)))
  }
}

function noteTyping({ note }: Notes, action: Extract<Action, { kind: 'type' }>): void {
  if (action.inserts === null || action.length === null) return
  const [inserts, length] = [SIZES.indexOf(action.inserts), SIZES.indexOf(action.length)]
  note('edits inserts', inserts)
  note('edits length', length)
  // More put in than is there: some of it was deleted, whether that is said or not.
  note('edits lost', inserts - length)
  note('edits cleared', action.cleared ? 1 : 0)
  if (action.deletes !== null) {
    note('edits deletes', SIZES.indexOf(action.deletes))
    note('edits deleted', action.deletes === '0' ? 0 : 1)
    note('edits many', SIZES.indexOf(action.deletes) > 1 ? 1 : 0)
  }
  if (action.pauses !== null) {
    note('pauses', SIZES.indexOf(action.pauses))
    note(`pauses for ${action.inserts}`, SIZES.indexOf(action.pauses))
  }
  if (action.durationMs === null) return
  note('duration', logMs(action.durationMs))
  note(`duration for ${action.inserts}`, logMs(action.durationMs))
  note('duration speed', logMs(action.durationMs) - Math.log(MIDDLE[action.inserts]))
}

function noteClick(all: Notes, { count, target, pointer }: Extract<Action, { kind: 'click' }>): void {
  const { note } = all
  note('clicks double', count > 1 ? 1 : 0)
  if (!target) return
  // Ages count backwards from the action; so the action is at 0 and the path before it.
  const path = pointer.map(([age, x, y]) => ({ at: -age, x, y }))
  notePath(all, path, 0, target.box)
  if (!target.point) return
  const { x, y } = target.point
  note('point x', x)
  note('point y', y)
  note('point off', Math.hypot(x - 5, y - 5))
  const from = path.at(-3) ?? path[0]
  const last = path.at(-1)
  if (!from || !last) return
  const away = Math.hypot(last.x - from.x, last.y - from.y)
  if (away > 0) note('point short', ((x - 5) * (last.x - from.x) + (y - 5) * (last.y - from.y)) / away)
}

function noteScroll({ note }: Notes, { cause, from, to }: Extract<Action, { kind: 'scroll' }>): void {
  for (const other of SCROLL_CAUSES) note(`scroll by ${other}`, cause === other ? 1 : 0)
  const far = to.y - (from?.y ?? 0)
  note('scroll far', Math.log(Math.abs(far) + 100))
  note('scroll up', far < 0 ? 1 : 0)
  note('scroll to', to.y)
}
