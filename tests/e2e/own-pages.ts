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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }
}
