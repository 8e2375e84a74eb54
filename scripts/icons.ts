/**
 * Draws every toolbar icon from `lib/ui/shapes.ts` into `public/icon`, through a headless Chromium. The pictures are
 * committed; run this again only after a shape has changed.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { SHAPE_NAMES, SHAPES } from '../lib/ui/shapes.ts'
import { findChromium } from './browser/find-chromium.ts'

const SIZES = [16, 32, 48, 128]
const FOLDER = join(import.meta.dirname, '..', 'public', 'icon')

/** The extension's own sign: a way with a mark at its end. */
const SIGN = `<rect width="16" height="16" rx="3.5" fill="#0b6e69"/>
  <path d="M3 5.25L5.6 11L8 6.75L10.4 11L12.1 7.2" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>
  <circle cx="12.9" cy="4.9" r="1.5" fill="#fff"/>`

const drawings: Record<string, string> = { '': SIGN }
for (const name of SHAPE_NAMES) {
  const { fill, line, dash, color } = SHAPES[name]
  drawings[`${name}-`] = `<path d="${fill}" fill="${color}"/>
    <path d="${line}" fill="none" stroke="${color}" stroke-width="1.5" stroke-linejoin="round" stroke-dasharray="${dash}"/>`
}

mkdirSync(FOLDER, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium() })
try {
  const page = await browser.newPage()
  for (const [prefix, drawing] of Object.entries(drawings)) {
    for (const size of SIZES) {
      await page.setContent(
        `<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}">${drawing}</svg>`,
      )
      const clip = { x: 0, y: 0, width: size, height: size }
      await page.screenshot({ path: join(FOLDER, `${prefix}${size}.png`), omitBackground: true, clip })
    }
  }
} finally {
  await browser.close()
}
console.log(`Drew ${Object.keys(drawings).length * SIZES.length} icons.`)
