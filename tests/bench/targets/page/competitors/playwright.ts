/** Playwright's generator of locators, and its engine in strict mode: not exactly one is none. */
import { only, type Contender } from './competitor.ts'

/** What `../playwright-source.ts` leaves in the page, as far as it is used here. */
export type Injected = {
  generateSelectorSimple(element: Element): string
  parseSelector(selector: string): unknown
  querySelectorAll(parsed: unknown, root: Document): Element[]
  /** Does something with roles and names computed once. */
  cached<T>(act: () => T): T
  getAriaRole(element: Element): string | null
  getElementAccessibleName(element: Element): string
}

export const playwright = (injected: Injected): Contender => ({
  record: (element) => injected.generateSelectorSimple(element),
  open: () => (kept) => {
    if (typeof kept !== 'string') return { found: null, why: 'no locator' }
    return { found: only(injected.querySelectorAll(injected.parseSelector(kept), document)), why: kept }
  },
})
