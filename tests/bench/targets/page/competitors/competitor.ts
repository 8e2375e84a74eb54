import type { Kept } from '../../messages.ts'

/** `open` may read the page once for all targets that are looked for: it does not change meanwhile. */
export type Contender = {
  record(element: Element): Kept
  open(): (kept: Kept) => { found: Element | null; why: string }
}

export const only = (found: readonly Element[]): Element | null => (found.length === 1 ? (found[0] ?? null) : null)
