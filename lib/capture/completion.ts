/**
 * What of a target takes longer to read than an event may take: what is beside its item, and what else in the page says the same. It is
 * read in a task of its own, right after the page's handlers; where there is none any more, the target stays without it.
 */
import type { OnlyMasked } from '../mask/masked.ts'
import type { Target } from '../trace/target.ts'

type Masked = OnlyMasked<Target>
type Complete = (target: Masked) => void

const waiting = new WeakMap<Masked, Complete>()

/** @returns the target, which `complete` will add to */
export function completedLater(target: Masked, complete: Complete): Masked {
  waiting.set(target, complete)
  return target
}

/** A target that is another one but for some of it, and is completed like that one. */
export function changed(target: Masked, change: Partial<Masked>): Masked {
  const complete = waiting.get(target)
  const other = { ...target, ...change }
  return complete ? completedLater(other, complete) : other
}

/** Reads what is left to read, once. */
export function complete(target: Masked | null): void {
  const run = target && waiting.get(target)
  if (!run) return
  waiting.delete(target)
  run(target)
}
