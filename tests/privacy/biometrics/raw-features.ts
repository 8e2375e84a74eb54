/** What an attack sees that has the raw events. */
import { logMs, notes, type Features } from './features.ts'
import { keyClass, pairClass } from './keyboard.ts'
import type { Move } from './movement.ts'
import { notePath } from './path-features.ts'
import type { Heard } from './pointing.ts'
import type { Visit } from './typists.ts'

/** A key this long after the one before begins a new burst of typing. */
const BURST_MS = 600

export function rawTyping(visits: Visit[]): Features {
  const { note, summary } = notes()
  let end = 0
  for (const { keys, leave } of visits) {
    const first = keys[0]
    const last = keys.at(-1)
    if (!first || !last) continue
    note('hesitation', logMs(first.down - end))
    note('visit', logMs(last.down - first.down))
    note('leave', logMs(leave.down - last.down))
    note('corrections', keys.filter(({ key }) => key === 'Backspace').length)
    end = leave.down
    let burst = 0
    for (const [index, { key, down, up }] of keys.entries()) {
      note('dwell', logMs(up - down))
      note(`dwell ${keyClass(key)}`, logMs(up - down))
      note(`dwell of ${key}`, logMs(up - down))
      const before = keys[index - 1]
      if (!before) continue
      const interval = down - before.down
      note('rollover', down < before.up ? 1 : 0)
      note('interval', logMs(interval))
      note('flight', (down - before.up) / 100)
      note(`interval ${pairClass(before.key, key)}`, logMs(interval))
      note(`interval of ${before.key}${key}`, logMs(interval))
      if (interval > BURST_MS) {
        note('pause', logMs(interval))
        note('burst', burst)
        burst = 0
      } else burst++
    }
  }
  return summary()
}

export function rawPointing(heard: Heard[]): Features {
  const all = notes()
  const { note } = all
  let path: Move[] = []
  let before: { at: number; y: number } | null = null
  let end = 0
  for (const event of heard) {
    if (event.kind === 'move') path.push(event.move)
    if (event.kind === 'press') {
      const { at, until, x, y, box, again } = event.press
      notePath(all, path, at, box)
      note('point x', (x - box.x) / box.width)
      note('point y', (y - box.y) / box.height)
      note('hold', logMs(until - at))
      note('gap', logMs(at - end))
      note('double', again ? 1 : 0)
      if (again) note('double gap', logMs(again.at - at))
      end = until
      path = []
    }
    if (event.kind === 'scroll') {
      const { at, y, cause } = event.step
      if (before) note('scroll gap', logMs(at - before.at))
      note('scroll step', y - (before?.y ?? 0))
      for (const other of ['wheel', 'key', 'bar']) note(`scroll by ${other}`, cause === other ? 1 : 0)
      before = { at, y }
    }
  }
  return all.summary()
}
