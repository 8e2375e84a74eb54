import type { DraftOf } from '../../../lib/trace/action.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'

/** Clicks numbered from `from`, one a second from noon on. */
export const clicks = (count: number, from = 0): DraftOf<'click'>[] =>
  Array.from({ length: count }, (_, index) => aDraft('click', { n: from + index, at: NOON + (from + index) * 1000 }))
