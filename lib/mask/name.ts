/** What stands for a name that may not be kept. */
import { CONTROLS, PLACEHOLDER, type Control } from '../trace/vocabulary.ts'
import type { Masked } from './masked.ts'
import { sizeOf } from './size.ts'

const KIND = /^⟦([a-z-]+)[·⟧]/u

/** A placeholder has the shape of a name; its kind must be one the masker knows, or it would be a name. */
export function isPlaceholder(text: string): text is Masked {
  const [, kind] = KIND.exec(text) ?? []
  return PLACEHOLDER.test(text) && CONTROLS.some((control) => control === kind)
}

/**
 * The kind of control and the size class of its name, as in ⟦button·4-8⟧.
 * @param length characters of the name, or null where it was too costly to read
 */
export function maskName(control: Control, length: number | null): Masked | null {
  if (length !== null && !(length > 0)) return null
  const placeholder = length === null ? `⟦${control}⟧` : `⟦${control}·${sizeOf(length)}⟧`
  return isPlaceholder(placeholder) ? placeholder : null
}
