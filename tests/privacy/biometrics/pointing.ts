/** A session with the mouse: everything the page would hear, in order. */
import { formOf, movement, type Move, type Spot } from './movement.ts'
import type { Pointer } from './pointers.ts'
import type { Random } from './random.ts'
import { GOALS, PLACES, type Box } from './tasks.ts'

export type Press = Spot & { at: number; until: number; box: Box; again: { at: number; until: number } | null }
type ScrollCause = 'wheel' | 'key' | 'bar'
/** One scroll event; `y` is the position afterwards. */
export type Step = { at: number; y: number; cause: ScrollCause }
export type Heard = { kind: 'move'; move: Move } | { kind: 'press'; press: Press } | { kind: 'scroll'; step: Step }

/** Hesitation varies by more than a factor of two within a person: what one waits for differs. */
const HESITATION_SPREAD = 0.8
/** One notch of a wheel, or one press of an arrow key that is held, px. */
const NOTCH = 100

export function pointingSession(pointer: Pointer, random: Random): Heard[] {
  const form = formOf(random)
  const heard: Heard[] = []
  let now = 0
  let spot: Spot = { x: 650, y: 400 }
  let scrolled = 0

  const go = (to: Spot, width: number) => {
    const moves = movement(pointer, form, now, spot, to, width, random)
    for (const move of moves) heard.push({ kind: 'move', move })
    now = moves.at(-1)?.at ?? now
    spot = moves.at(-1) ?? spot
  }

  const think = () => {
    const waits = random.logNormal(pointer.hesitation * form.mood, HESITATION_SPREAD)
    const ends = now + waits
    if (random.chance(pointer.fidgets)) {
      now += waits * random.next() * 0.6
      const turn = 2 * Math.PI * random.next()
      const far = random.logNormal(pointer.fidgetPx, 0.6)
      go({ x: inside(spot.x + far * Math.cos(turn), 1300), y: inside(spot.y + far * Math.sin(turn), 800) }, 60)
    }
    now = Math.max(now, ends)
  }

  const click = (box: Box, double: boolean) => {
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const away = Math.hypot(middle.x - spot.x, middle.y - spot.y) || 1
    const aim = (size: number, along: number, habit: number) =>
      size * Math.min(0.48, Math.max(-0.48, random.normal(habit - pointer.short * along, pointer.offsetSpread)))
    const to = {
      x: middle.x + aim(box.width, (middle.x - spot.x) / away, pointer.offset.x + form.offset.x),
      y: middle.y + aim(box.height, (middle.y - spot.y) / away, pointer.offset.y + form.offset.y),
    }
    go(to, Math.min(box.width, box.height))
    now += random.logNormal(pointer.dwell * form.dwell, 0.45)
    const hold = () => random.logNormal(pointer.hold, 0.18)
    const at = now
    const until = (now += hold())
    const press: Press = { ...spot, at, until, box, again: null }
    if (double || random.chance(pointer.needlessDoubles)) {
      now = at + random.logNormal(pointer.doubleGap, 0.15)
      press.again = { at: now, until: (now += hold()) }
    }
    heard.push({ kind: 'press', press })
  }

  const scroll = (goal: number) => {
    const cause: ScrollCause = random.chance(pointer.bar) ? 'bar' : random.chance(pointer.keys) ? 'key' : 'wheel'
    let aim = goal + (random.chance(pointer.scrollsBack) ? NOTCH * (2 + random.below(5)) : 0)
    while (Math.abs(scrolled - goal) >= NOTCH) {
      const wanted = Math.ceil(Math.abs(aim - scrolled) / NOTCH)
      const steps = cause === 'bar' ? wanted : Math.min(wanted, Math.max(1, Math.round(random.logNormal(pointer.notches, 0.5))))
      for (let step = 0; step < steps; step++) {
        now += random.logNormal(cause === 'wheel' ? pointer.notchMs : 33, 0.3)
        scrolled += Math.sign(aim - scrolled) * Math.min(NOTCH, Math.abs(aim - scrolled))
        heard.push({ kind: 'scroll', step: { at: now, y: scrolled, cause } })
      }
      if (scrolled === aim) aim = goal
      now += random.logNormal(pointer.gestureMs * form.mood, 0.5)
    }
  }

  const acts = [
    ...PLACES.map(
      ({ box, double }) =>
        () =>
          click(box, double),
    ),
    ...GOALS.map((goal) => () => scroll(goal)),
  ]
  for (const act of random.shuffled(acts)) {
    think()
    act()
  }
  return heard
}

const inside = (value: number, size: number) => Math.min(size - 1, Math.max(0, value))
