/** What the sanitiser asks of the page: everything in the answers is masked, enumerated or a number. */
import type { SnapshotElement } from '../../trace/snapshot.ts'
import type { MaskRule } from '../../trace/vocabulary.ts'
import type { Masked, OnlyMasked } from '../masked.ts'
import type { Box } from './grid.ts'

export type ElementLook = OnlyMasked<Pick<SnapshotElement, 'role' | 'control' | 'name' | 'field' | 'visible' | 'frame'>> & {
  /** Which rule took its name away. */
  rule: MaskRule | null
  box: Box
  /** State of a checkbox or radio button as it is now; null for other elements. */
  checked: boolean | 'mixed' | null
  /** Nothing of what is in it may be looked at: an editor, a frame, a picture. */
  closed: boolean
}

export type TextLook = { text: Masked; rule: MaskRule | null }

/** Nodes are asked for by the id that rrweb gave them. */
export type Reader = {
  /** Null where no element of the page has this id. */
  element(id: number): ElementLook | null
  /** Null where there is no text to see. */
  text(id: number): TextLook | null
  /** Does a text repeat what was typed, or what the address says? */
  isEcho(text: string): boolean
}
