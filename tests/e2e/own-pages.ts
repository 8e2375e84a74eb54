/** Opens the extension's own pages, and lets axe look at them. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './browser/fixtures.ts'
import type { Scene } from './browser/scene.ts'

export async function open({ launched }: Scene, path: string): Promise<Page> {
  const page = await launched.context.newPage()
  await page.goto(`chrome-extension://${launched.extensionId}/${path}`)
  await page.getByRole('heading').first().waitFor()
  return page
}

export async function findsNothing(page: Page): Promise<void> {
  // A colour that still fades from one scheme to the other is neither's.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const scheme of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(scheme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }
  await page.emulateMedia({ forcedColors: 'none' })
}

/** What can be operated and is seen, by its words. */
const CONTROLS = 'a[href], button, summary, input, select, textarea, [tabindex="0"]'

/** Whatever can be operated is reached by the Tab key alone, in the order in which it stands, and shows that it has the focus. */
export async function walksByTab(page: Page): Promise<string[]> {
  const words = (element: Element) => element.textContent?.trim() || element.getAttribute('aria-label') || element.tagName
  const all = await page
    .locator(CONTROLS)
    .evaluateAll((elements) =>
      elements
        .filter(
          (element) => element.checkVisibility() && !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
        )
        .map((element) => element.textContent?.trim() || element.getAttribute('aria-label') || element.tagName),
    )
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    getSelection()?.collapse(document.body, 0)
  })
  const met: string[] = []
  let last: unknown = null
  while (met.length < all.length) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    // A date has a stop for each of its parts.
    const here = await focused.evaluate((element) => [...document.querySelectorAll('*')].indexOf(element))
    if (here === last) continue
    last = here
    met.push(await focused.evaluate(words))
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none')
  }
  expect(met).toEqual(all)
  return met
}
