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

/** Whatever can be operated is reached by the Tab key alone, in the order in which it stands, and shows that it has the focus. */
export async function walksByTab(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => {
    const wordsOf = (element: Element) => element.textContent?.trim() || element.getAttribute('aria-label') || element.tagName
    // Of a group of radio buttons the chosen one is a stop, and the arrow keys go on from it.
    const isStop = (element: HTMLElement) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility() &&
      !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
    const elements = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea, [tabindex]')]
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    getSelection()?.collapse(document.body, 0)
    const controls = elements.filter(isStop)
    Object.assign(globalThis, { controls })
    return controls.map(wordsOf)
  })
  const met: string[] = []
  let last = -1
  while (met.length < all.length) {
    await page.keyboard.press('Tab')
    const { place, outline, left } = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body
      const place: number = Reflect.get(globalThis, 'controls').indexOf(focused)
      return { place, outline: getComputedStyle(focused).outlineStyle, left: focused === document.body }
    })
    if (left) break
    // A date has a stop for each of its parts; a box that scrolls is one too, though nothing in it can be operated.
    if (place < 0 || place === last) continue
    last = place
    met.push(all[place] ?? '')
    expect(outline, `the focus shows on ${all[place]}`).not.toBe('none')
  }
  expect(met).toEqual(all)
  return met
}
