/** Controls that are moved along a range. */
import type { Page as Tab } from '@playwright/test'
import type { Situation, Truth } from '../situation.ts'

const set = (fields: Record<string, unknown>): Truth => ({ kind: 'set', fields })
const TAB: Truth = { kind: 'press', fields: { key: 'Tab' } }

/** Takes what lies `from` of its width into an element, and lets go `to` of it; tenths of the width. */
async function slide(tab: Tab, selector: string, from: number, to: number): Promise<void> {
  const box = await tab.locator(selector).boundingBox()
  if (!box) throw new Error(`nothing to slide: ${selector}`)
  const at = (tenths: number) => box.x + (box.width * tenths) / 10
  await tab.mouse.move(at(from), box.y + box.height / 2)
  await tab.mouse.down()
  await tab.mouse.move(at(to), box.y + box.height / 2, { steps: 6 })
  await tab.mouse.up()
}

const SLIDER = `<div id="track" style="width:200px;height:20px;background:silver">
    <div role="slider" id="thumb" tabindex="0" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0" aria-label="Volume"
      style="position:relative;left:0;width:20px;height:20px;background:navy"></div></div>
  <script>{
    const put = (value) => { thumb.setAttribute('aria-valuenow', String(value)); thumb.style.left = value * 1.8 + 'px' }
    const follow = (event) => put(Math.round(Math.min(100, Math.max(0, (event.clientX - track.getBoundingClientRect().x) / 2))))
    thumb.onpointerdown = (event) => { thumb.setPointerCapture(event.pointerId); thumb.onpointermove = follow }
    thumb.onpointerup = () => { thumb.onpointermove = null }
    thumb.onkeydown = (event) => { if (event.key === 'ArrowRight') put(Number(thumb.getAttribute('aria-valuenow')) + 10) }
  }</script>`

export const SET_SITUATIONS: Situation[] = [
  {
    name: 'a range dragged to its middle is one set, and neither a drag nor a click',
    group: 'set',
    body: '<input type="range" id="a" value="0" style="width:200px">',
    act: ({ tab }) => slide(tab, '#a', 0.4, 5),
    truth: [set({ 'target.role': 'slider', control: 'range', position: 5, via: 'pointer' })],
  },
  {
    name: 'a range clicked on its track is one set',
    group: 'set',
    body: '<input type="range" id="a" value="0" style="width:200px">',
    act: ({ tab }) => slide(tab, '#a', 7, 7),
    truth: [set({ control: 'range', position: 7, via: 'pointer' })],
  },
  {
    name: 'a range by arrow keys is one set, however many keys',
    group: 'set',
    body: '<input type="range" id="a" min="0" max="10" value="5">',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      for (let key = 0; key < 3; key++) await tab.keyboard.press('ArrowRight')
    },
    truth: [TAB, set({ control: 'range', position: 8, via: 'key' })],
  },
  {
    name: 'an ARIA slider dragged is one set, and neither a drag nor a click',
    group: 'set',
    body: SLIDER,
    act: ({ tab }) => slide(tab, '#track', 0.5, 6),
    truth: [set({ 'target.role': 'slider', control: 'slider', position: 6, via: 'pointer' })],
  },
  {
    name: 'an ARIA slider by arrow keys is one set',
    group: 'set',
    body: SLIDER,
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      for (let key = 0; key < 4; key++) await tab.keyboard.press('ArrowRight')
    },
    truth: [TAB, set({ 'target.role': 'slider', control: 'slider', position: 4, via: 'key' })],
  },
  {
    name: 'a date by keys is one set',
    group: 'set',
    body: '<input type="date" id="a">',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.type('12252026')
    },
    truth: [TAB, set({ control: 'date', position: null, via: 'key' })],
  },
  {
    name: 'a time by arrow keys is one set',
    group: 'set',
    body: '<input type="time" id="a" value="10:00">',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      for (let key = 0; key < 2; key++) await tab.keyboard.press('ArrowUp')
    },
    truth: [TAB, set({ control: 'time', via: 'key' })],
  },
  {
    name: 'a number by arrow keys is one set',
    group: 'set',
    body: '<input type="number" id="a" min="0" max="10" value="5">',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      for (let key = 0; key < 2; key++) await tab.keyboard.press('ArrowUp')
    },
    truth: [TAB, set({ 'target.role': 'spinbutton', control: 'number', position: 7, via: 'key' })],
  },
  {
    name: 'a number by its little buttons is one set, however many clicks',
    group: 'set',
    body: '<input type="number" id="a" min="0" max="10" value="5" style="width:100px">',
    act: async ({ tab }) => {
      const box = await tab.locator('#a').boundingBox()
      if (!box) throw new Error('no field')
      await tab.locator('#a').hover()
      for (let time = 0; time < 3; time++) await tab.mouse.click(box.x + box.width - 10, box.y + 6)
    },
    truth: [set({ control: 'number', position: 8, via: 'pointer' })],
  },
]
