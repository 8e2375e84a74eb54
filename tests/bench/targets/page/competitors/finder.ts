/** `@medv/finder`: short unique CSS. */
import { finder as find } from '@medv/finder'
import { only, type Contender } from './competitor.ts'

/** Half of its own limit, ms; after that it takes the whole path. */
const LIMIT_MS = 500

export const finder: Contender = {
  record(element) {
    try {
      return find(element, { timeoutMs: LIMIT_MS })
    } catch {
      return null
    }
  },
  open: () => (kept) => {
    if (typeof kept !== 'string') return { found: null, why: 'no selector' }
    return { found: only([...document.querySelectorAll(kept)]), why: kept }
  },
}
