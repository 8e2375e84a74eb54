/** What the extension costs a page that arrives. */
import { sum } from './cost.ts'
import type { OwnTrace } from './own-time.ts'

/** Until when after its load event a page is said to start. */
export const START_MS = 700

export type Arrival = {
  /** Running the recorder's script, and compiling it as part of that; ms. */
  evaluateMs: number
  compileMs: number
  /** Everything of ours from the beginning until the page has started, ms. */
  startMs: number
  /** Style and layout as part of that, which the page is due for anyway; ms. */
  layoutMs: number
}

export function arrivalOf({ stretches, compileMs, loadedAt }: OwnTrace): Arrival {
  const evaluated = stretches.filter(({ what }) => what === 'evaluate')
  if (evaluated.length !== 1 || loadedAt === null) throw new Error(`the recorder started ${evaluated.length} times in a page`)
  const started = stretches.filter(({ at }) => at < loadedAt + START_MS * 1000)
  return {
    evaluateMs: sum(evaluated),
    compileMs,
    startMs: sum(started),
    layoutMs: started.reduce((total, each) => total + each.layoutMs, 0),
  }
}
