/** One approach of the pointer to one click, in numbers. The same for the raw stream and for what is exported of it. */
import type { Notes } from './features.ts'
import { logMs } from './features.ts'
import type { Move } from './movement.ts'
import type { Box } from './tasks.ts'

/** A gap in the stream longer than this separates movements; `pointermove` comes only while the pointer moves. */
const REST_MS = 160

/** @param at time of the press, on the clock of the path */
export function notePath(notes: Notes, path: readonly Move[], at: number, box: Box): void {
  notes.note('path points', path.length)
  const last = path.at(-1)
  const first = path[0]
  if (!last || !first) return
  notes.note('path rest', logMs(at - last.at))
  notes.note('path span', at - first.at)
  notes.note('path end x', (last.x - box.x) / box.width)
  notes.note('path end y', (last.y - box.y) / box.height)
  notes.note('path rests', path.filter((move, index) => index > 0 && move.at - (path[index - 1]?.at ?? 0) > REST_MS).length)
  noteMovement(notes, lastMovement(path), box)
}

function lastMovement(path: readonly Move[]): readonly Move[] {
  const begin = path.findLastIndex((move, index) => index > 0 && move.at - (path[index - 1]?.at ?? 0) > REST_MS)
  return path.slice(Math.max(0, begin))
}

function noteMovement({ note }: Notes, moves: readonly Move[], box: Box): void {
  const first = moves[0]
  const last = moves.at(-1)
  if (!first || !last || moves.length < 3) return
  const takes = last.at - first.at
  const distance = Math.hypot(last.x - first.x, last.y - first.y)
  if (takes <= 0 || distance < 16) return
  const unit = { x: (last.x - first.x) / distance, y: (last.y - first.y) / distance }
  const along = moves.map(({ x, y }) => ((x - first.x) * unit.x + (y - first.y) * unit.y) / distance)
  const aside = moves.map(({ x, y }) => ((y - first.y) * unit.x - (x - first.x) * unit.y) / distance)
  const steps = moves.slice(1).map((move, index) => {
    const before = moves[index] ?? first
    return { ms: Math.max(1, move.at - before.at), x: move.x - before.x, y: move.y - before.y }
  })
  const speeds = steps.map(({ ms, x, y }) => Math.hypot(x, y) / ms)
  const fastest = Math.max(...speeds)
  const lengths = steps.map(({ x, y }) => Math.hypot(x, y))
  const length = lengths.reduce((sum, step) => sum + step, 0)
  const bits = Math.log2(distance / Math.min(box.width, box.height) + 1)

  note('path takes', logMs(takes))
  note('path per bit', Math.log(takes / Math.max(0.5, bits)))
  note('path distance', Math.log(distance))
  note('path speed', Math.log(distance / takes))
  note('path top speed', Math.log(fastest + 0.01))
  note('path top to mean speed', Math.log((fastest * takes) / length))
  note('path top at', ((moves[speeds.indexOf(fastest)]?.at ?? first.at) - first.at) / takes)
  note('path half way at', ((moves[along.findIndex((part) => part >= 0.5)]?.at ?? last.at) - first.at) / takes)
  note('path close at', ((moves[along.findIndex((part) => part >= 0.9)]?.at ?? last.at) - first.at) / takes)
  note('path last speed', Math.log((speeds.at(-1) ?? 0) + 0.01))
  note('path detour', Math.log(length / distance))
  note('path beyond', Math.max(...along) - 1)
  const bow = Math.max(...aside) + Math.min(...aside)
  note('path bow', bow)
  note(`path bow ${unit.x > 0 ? 'right' : 'left'} ${unit.y > 0 ? 'down' : 'up'}`, bow)
  note('path width', Math.max(...aside) - Math.min(...aside))
  const turns = steps.slice(1).flatMap((step, index) => {
    const before = steps[index] ?? step
    if (Math.hypot(step.x, step.y) === 0 || Math.hypot(before.x, before.y) === 0) return []
    return [Math.atan2(before.x * step.y - before.y * step.x, before.x * step.x + before.y * step.y)]
  })
  note('path turn', turns.reduce((sum, turn) => sum + turn, 0) / Math.max(1, turns.length))
  note('path turns', turns.reduce((sum, turn) => sum + Math.abs(turn), 0) / Math.max(1, turns.length))
  note('path backward', turns.filter((turn) => Math.abs(turn) > Math.PI / 2).length)
  note('path still', lengths.filter((step) => step === 0).length / lengths.length)
  const shakes = steps.slice(1).map((step, index) => Math.hypot(step.x - (steps[index]?.x ?? 0), step.y - (steps[index]?.y ?? 0)))
  note('path shake', Math.log(shakes.reduce((sum, shake) => sum + shake, 0) / Math.max(1, shakes.length) + 0.1))
}
