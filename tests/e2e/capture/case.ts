import type { Page } from '@playwright/test'

export type Case = {
  name: string
  /** What stands in the page's <main>. */
  body: string
  act: (tab: Page) => Promise<unknown>
  /** What `sentenceOf` says of what was recorded. */
  expected: string[]
}
