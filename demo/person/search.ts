import type { Tally } from '../tally.ts'
import type { Hand } from './hand.ts'

/** Searches, opens a result, scrolls, goes back, opens another page and comes home by a link. */
export async function useSearch({ page, click, type, wheel }: Hand, origin: string): Promise<Tally> {
  const input = page.locator('.pagefind-ui__search-input')
  await page.goto(`${origin}/`)
  await input.waitFor()
  await click(input)
  await type('markdown')
  await page.locator('.pagefind-ui__message').filter({ hasText: 'results for markdown' }).waitFor()
  await click(page.locator('.pagefind-ui__result-link', { hasText: /^marked$/ }))
  await page.getByRole('heading', { level: 1, name: 'marked' }).waitFor()
  await wheel(640, 500, 500)
  await page.waitForFunction('scrollY === 500')
  await page.goBack()
  await input.waitFor()
  await click(page.getByRole('link', { name: 'entities', exact: true }))
  await page.getByRole('heading', { level: 1, name: 'entities' }).waitFor()
  await click(page.getByRole('link', { name: 'Package handbook' }))
  await input.waitFor()
  return { nav: 5, click: 4, type: 1, scroll: 1 }
}
