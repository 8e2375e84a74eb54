/** What a hand does that a locator has no word for. */
import type { Locator, Page as Tab } from '@playwright/test'

/** Places in a box, as parts of its size. */
type Place = { x: number; y: number }
const MIDDLE: Place = { x: 0.5, y: 0.5 }
/** A hand takes a quarter of a second, and lists make room only while something moves over them. */
const MOVES = 15
const DRAWN = 'new Promise((done) => requestAnimationFrame(done))'

/** Takes one thing and drops it on another. */
export async function dragOnto(tab: Tab, source: Locator, destination: Locator, place = MIDDLE): Promise<void> {
  const from = await pointIn(source, MIDDLE)
  const to = await pointIn(destination, place)
  await source.hover()
  await tab.mouse.down()
  for (let move = 1; move <= MOVES; move++) {
    await tab.mouse.move(from.x + ((to.x - from.x) * move) / MOVES, from.y + ((to.y - from.y) * move) / MOVES)
    await tab.evaluate(DRAWN)
  }
  await tab.mouse.up()
}

/** Takes the handle of a slider along its track. @param part of the track, from its left */
export const slide = (tab: Tab, handle: Locator, track: Locator, part: number) => dragOnto(tab, handle, track, { x: part, y: 0.5 })

export async function pressTimes(tab: Tab, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await tab.keyboard.press(key)
}

async function pointIn(box: Locator, { x, y }: Place): Promise<{ x: number; y: number }> {
  const bounds = await box.boundingBox()
  if (!bounds) throw new Error('what it should be dropped on is not shown')
  return { x: bounds.x + bounds.width * x, y: bounds.y + bounds.height * y }
}
