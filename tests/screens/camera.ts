import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { Launched } from '../../scripts/browser/launch.ts'

/** Dots for each CSS px: a popup is read in the picture, a page only seen. */
const POPUP_SCALE = 2
const PAGE_SCALE = 1.25
/** WebP's quality, of 100: letters show no seams from about here on. */
const QUALITY = 85
/** Of a page: as wide as a window beside another one; the upper part of it says what it looks like. */
const WINDOW = { width: 860, height: 960 }
const POPUP_WIDTH = 360

export function openCamera(launched: Launched, folder: string) {
  /** Draws the page, as far as it goes, in both schemes. */
  async function draw(page: Page, name: string, wanted: { width: number; height: number | null; scale: number }): Promise<void> {
    const session = await page.context().newCDPSession(page)
    // The numbers that come after the first answer.
    await page.locator('section').first().waitFor()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const height = wanted.height ?? z.int().parse(await page.evaluate('document.querySelector("main").offsetHeight'))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const clip = { x: 0, y: 0, width: wanted.width, height, scale: wanted.scale }
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip, captureBeyondViewport: true })
      writeFileSync(join(folder, `${name}-${colorScheme}.webp`), Buffer.from(data, 'base64'))
    }
    await page.close()
  }
  async function open(path: string, size: { width: number; height: number }): Promise<Page> {
    const page = await launched.context.newPage()
    await page.setViewportSize(size)
    await page.goto(`chrome-extension://${launched.extensionId}/${path}`)
    return page
  }
  return {
    popup: async (name: string, host: string) => {
      const id = await launched.inExtension(`chrome.tabs.query({ url: 'http://${host}/*' }).then(([tab]) => tab.id)`)
      const page = await open(`popup.html?tab=${z.int().parse(id)}`, { width: POPUP_WIDTH, height: 600 })
      await draw(page, name, { width: POPUP_WIDTH, height: null, scale: POPUP_SCALE })
    },
    page: async (name: string, path: string) => draw(await open(path, WINDOW), name, { ...WINDOW, scale: PAGE_SCALE }),
  }
}
