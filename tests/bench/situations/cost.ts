/** What one situation cost, from our stretches of time. */
import { MARK, type OwnTrace, type Stretch } from './own-time.ts'

export type Cost = {
  /** Of each time: the dearest click, key or move, ms. */
  dearest: Gesture[]
  /** Outside of events, ms: timers, and what the worker answers. */
  afterwardsMs: number
  longestTaskMs: number
}
/** What a person knows as one: all events of a click, of a key, or one move. */
type Gesture = { type: string; ms: number; at: number }

/** Each begins a gesture of its own; all other events follow from one. */
const BEGINS = new Set([
  'pointerdown',
  'keydown',
  'pointermove',
  'pointerover',
  'wheel',
  'scroll',
  'dragstart',
  'dragenter',
  'dragover',
  'drop',
  'dragend',
])
/** The pointer is held, and not only pressed. */
const HELD = new Set(['pointermove', 'dragstart'])

export function costOf({ stretches, marks }: OwnTrace): Cost {
  const gestures = gesturesOf(stretches)
  const starts = marks.filter(({ message }) => message === MARK).map(({ at }) => at)
  const dearest = starts.map((start, time) => {
    const mine = gestures.filter(({ at }) => at >= start && at < (starts[time + 1] ?? Infinity))
    return mine.reduce((most, each) => (each.ms > most.ms ? each : most), { type: '', ms: 0, at: start })
  })
  const tasks = [...Map.groupBy(stretches, ({ task }) => task).values()].map(sum)
  const outside = stretches.filter(({ events }) => events.length === 0)
  return { dearest, afterwardsMs: sum(outside), longestTaskMs: Math.max(0, ...tasks) }
}

/** Named for the event in it that took the most. */
function gesturesOf(stretches: Stretch[]): Gesture[] {
  const groups: Stretch[][] = []
  let press: Stretch[] | null = null
  let group: Stretch[] = []
  let last = 0
  const begin = (): Stretch[] => {
    group = []
    groups.push(group)
    return group
  }
  for (const stretch of stretches) {
    const [event] = stretch.events
    if (!event) continue
    if (event.at !== last) {
      if (HELD.has(event.type) || event.type === 'keydown') press = null
      // A release ends the press it belongs to, whatever came under the pointer meanwhile.
      if (event.type === 'pointerup') group = press ?? begin()
      else if (BEGINS.has(event.type) || groups.length === 0) begin()
      if (event.type === 'pointerdown') press = group
    }
    last = event.at
    group.push(stretch)
  }
  return groups.map((group) => {
    const byType = Map.groupBy(group, ({ events }) => events.at(-1)?.type ?? '')
    const [most] = [...byType].toSorted(([, a], [, b]) => sum(b) - sum(a))
    return { type: most?.[0] ?? '', ms: sum(group), at: group[0]?.at ?? 0 }
  })
}

export const sum = (stretches: readonly Stretch[]): number => stretches.reduce((total, { ms }) => total + ms, 0)
