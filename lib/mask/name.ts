import type { Control } from '../trace/vocabulary.ts'
import { sizeOf } from './size.ts'

/**
 * What stands for an accessible name: the kind of control and the size class of the name, as in ⟦button·4-8⟧.
 * @param length characters of the name, or null where it was too costly to read
 */
export function maskName(control: Control, length: number | null): string | null {
  if (length === null) return `⟦${control}⟧`
  return length > 0 ? `⟦${control}·${sizeOf(length)}⟧` : null
}
