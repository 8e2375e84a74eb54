/** Absolute XPath. */
import { pathOf } from '../elements.ts'
import { only, type Contender } from './competitor.ts'

/** Of what is not HTML, as of `svg`, the name says nothing to XPath. */
export function allAt(path: string): Element[] {
  const found = document.evaluate(path, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
  return Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index)).filter((node) => node instanceof Element)
}

export const xpath: Contender = {
  record: pathOf,
  open: () => (kept) => ({ found: typeof kept === 'string' ? only(allAt(kept)) : null, why: String(kept) }),
}
