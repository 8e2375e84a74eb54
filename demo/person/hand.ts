import type { Locator, Page } from '@playwright/test'

/** How a person moves, types and hesitates; Playwright alone would jump and type in no time. */
const MOVE_STEPS = 12
const KEY_MS = 45
const LOOK_MS = 350

export type Hand = {
  page: Page
  click: (target: Locator, options?: { modifiers: 'Control'[] }) => Promise<void>
  type: (text: string) => Promise<void>
  press: (key: string) => Promise<void>
  wheel: (x: number, y: number, by: number) => Promise<void>
}

export function handOn(page: Page): Hand {
  const look = () => page.waitForTimeout(LOOK_MS)
  return {
    page,
    async click(target, options = { modifiers: [] }) {
      await look()
      const box = await target.boundingBox()
      if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: MOVE_STEPS })
      await target.click(options)
    },
    async type(text) {
      await page.keyboard.type(text, { delay: KEY_MS })
    },
    async press(key) {
      await look()
      await page.keyboard.press(key)
    },
    async wheel(x, y, by) {
      await look()
      await page.mouse.move(x, y, { steps: MOVE_STEPS })
      await page.mouse.wheel(0, by)
    },
  }
}
