/** Timers of a page that share few of the browser's: to set one costs more than most of them do when they are due. */

type Due = { at: number; run: (event: null) => void }

/** @returns runs something in so many ms, in the order in which they are due */
export function openAlarm(): (ms: number, run: (event: null) => void) => void {
  /** The next first. */
  let waiting: Due[] = []
  /** When timers of the browser's go off, the next last: one is set only for what is due before all of them. */
  const timers: number[] = []

  const set = () => {
    const [next] = waiting
    if (!next || next.at >= (timers.at(-1) ?? Infinity)) return
    timers.push(next.at)
    setTimeout(ring, next.at - performance.now())
  }
  const ring = () => {
    // A timer may go off a little before its time.
    const now = Math.max(timers.pop() ?? 0, performance.now())
    const due = waiting.filter((each) => each.at <= now)
    waiting = waiting.filter((each) => each.at > now)
    for (const { run } of due) run(null)
    set()
  }

  return (ms, run) => {
    const at = performance.now() + ms
    const place = waiting.findLastIndex((each) => each.at <= at) + 1
    waiting.splice(place, 0, { at, run })
    set()
  }
}
