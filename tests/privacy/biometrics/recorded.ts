/** What Waymark keeps of a session: its own pure code where that can run without a page, and the recorders' rules elsewhere. */
import { pointerPath } from '../../../lib/capture/pointer.ts'
import { sizeOf } from '../../../lib/mask/size.ts'
import { close } from '../../../lib/sequence/close.ts'
import { place, type OpenSequence } from '../../../lib/sequence/place.ts'
import type { Draft } from '../../../lib/trace/action.ts'
import { Sequence } from '../../../lib/trace/schema.ts'
import { COARSE_STEP_PX, TYPING_STEP_MS } from '../../../lib/trace/vocabulary.ts'
import { SITE, aTarget } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import type { Heard, Press, Step } from './pointing.ts'
import { TEXTS, type Box } from './tasks.ts'
import type { Visit } from './typists.ts'

export function recordedTyping(visits: Visit[]): Sequence {
  return sequenceOf(visits.flatMap((visit) => [typed(visit), pressed(visit)]))
}

/** lib/capture/actions/type.ts: one action a visit, from the first edit to the last; a gap of more than a second is a pause. */
function typed({ field, keys }: Visit): Draft {
  const at = NOON + (keys[0]?.down ?? 0)
  const until = NOON + (keys.at(-1)?.down ?? 0)
  const deletes = keys.filter(({ key }) => key === 'Backspace').length
  const inserts = keys.length - deletes
  const pauses = keys.filter(({ down }, index) => down - (keys[index - 1]?.down ?? down) > 1000).length
  return aDraft('type', {
    at,
    until,
    target: aTarget({ box: fieldBox(field), point: null }),
    field: 'text',
    via: ['keys'],
    inserts: sizeOf(inserts),
    deletes: sizeOf(deletes),
    pauses: sizeOf(pauses),
    length: sizeOf(inserts - deletes),
    cleared: inserts === deletes,
    durationMs: Math.round((until - at) / TYPING_STEP_MS) * TYPING_STEP_MS,
    pointer: [],
  })
}

function pressed({ field, leave }: Visit): Draft {
  const at = NOON + leave.down
  return aDraft('press', { at, target: aTarget({ box: fieldBox(field), point: null }), key: leave.key === 'Enter' ? 'Enter' : 'Tab' })
}

const fieldBox = (field: number): Box => ({ x: 200, y: 80 + (field % TEXTS.length) * 70, width: 420, height: 36 })

export function recordedPointing(heard: Heard[]): Sequence {
  const pointer = pointerPath()
  const drafts: Draft[] = []
  let burst: Step[] = []
  let left = 0
  /** lib/capture/actions/scroll.ts: a burst ends after 500 ms of quiet, or when another action begins. */
  const rest = () => {
    const [first] = burst
    const last = burst.at(-1)
    burst = []
    if (!first || !last || last.y === left) return
    const [from, to] = [left, last.y].map((y) => ({ x: 0, y: Math.round(y / COARSE_STEP_PX) * COARSE_STEP_PX }))
    left = last.y
    if (from && to) drafts.push(aDraft('scroll', { at: NOON + first.at, until: NOON + last.at, cause: first.cause, from, to, pointer: [] }))
  }
  for (const event of heard) {
    if (event.kind === 'move') pointer.move(NOON + event.move.at, event.move.x, event.move.y)
    if (event.kind === 'press') {
      rest()
      drafts.push(clicked(event.press, pointer.before(NOON + event.press.until)))
    }
    if (event.kind === 'scroll') {
      const last = burst.at(-1)
      if (last && event.step.at - last.at >= 500) rest()
      burst.push(event.step)
    }
  }
  rest()
  return sequenceOf(drafts)
}

/** lib/capture/actions/click.ts: the time is that of the click event, which follows the release; the target that of the press. */
function clicked({ until, x, y, box, again }: Press, pointer: Draft['pointer']): Draft {
  const point = { x: tenths(x - box.x, box.width), y: tenths(y - box.y, box.height) }
  return aDraft('click', {
    at: NOON + until,
    until: NOON + (again?.until ?? until),
    target: aTarget({ box, point }),
    button: 'primary',
    count: again ? 2 : 1,
    modifiers: [],
    via: 'pointer',
    pointer,
  })
}

/** As lib/capture/target.ts rounds. */
const tenths = (offset: number, size: number) => Math.min(10, Math.max(0, Math.round((offset / size) * 10)))

/** Placed and closed as the worker does, and nothing that the schema would refuse. */
function sequenceOf(drafts: Draft[]): Sequence {
  const viewport = { width: 1300, height: 800 }
  let open: OpenSequence | null = null
  for (const { at, until } of drafts) {
    const placed = place(
      open,
      { tab: 'run:1', site: SITE, viewport, opener: null, at, until },
      () => '0192f7c4-0000-7000-8000-000000000000',
    )
    if (placed.closed) throw new Error('a session is meant to be one sequence')
    open = placed.into
  }
  if (!open) throw new Error('a session is meant to hold an action')
  return Sequence.parse(
    close(
      open,
      drafts.map((action, n) => ({ document: 'a', action: { ...action, n } })),
      'idle',
    ),
  )
}
