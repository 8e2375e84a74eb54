/** Scrolling, by whatever means the person has. */
import { expect } from '../../browser/fixtures.ts'
import type { Situation, Truth } from '../situation.ts'

const scroll = (fields: Record<string, unknown>): Truth => ({ kind: 'scroll', fields })
const TALL = '<div style="height:5000px">Tall</div>'

export const SCROLL_SITUATIONS: Situation[] = [
  {
    name: 'a burst of wheel notches is one scroll, of the page or of a box',
    group: 'scroll',
    body: '<div id="box" style="height:100px;overflow:auto"><div style="height:900px">Box</div></div><div style="height:3000px"></div>',
    act: async ({ tab }) => {
      await tab.locator('#box').hover()
      await tab.mouse.wheel(0, 200)
      await tab.mouse.wheel(0, 200)
      await tab.mouse.move(600, 400)
      await tab.mouse.wheel(0, 500)
      await tab.mouse.wheel(0, 500)
      await expect.poll(() => tab.evaluate(() => scrollY)).toBe(1000)
    },
    truth: [
      scroll({ 'target.role': 'generic', cause: 'wheel', to: { x: 0, y: 400 } }),
      scroll({ 'target.role': 'document', cause: 'wheel', from: { x: 0, y: 0 }, to: { x: 0, y: 1000 } }),
    ],
  },
  {
    name: 'a key that scrolls is a scroll, and no press',
    group: 'scroll',
    body: TALL,
    act: async ({ tab }) => {
      await tab.keyboard.press('End')
      await tab.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)
    },
    truth: [scroll({ 'target.role': 'document', cause: 'key', from: { x: 0, y: 0 }, to: { x: 0, y: 4300 } })],
  },
  {
    name: 'a key that is held is one scroll',
    group: 'scroll',
    body: '<div style="height:9000px">Tall</div>',
    act: async ({ tab }) => {
      for (let repeat = 0; repeat < 12; repeat++) await tab.keyboard.down('ArrowDown')
      await tab.keyboard.up('ArrowDown')
      await tab.waitForFunction(() => scrollY >= 400)
    },
    truth: [scroll({ 'target.role': 'document', cause: 'key' })],
  },
  {
    name: 'a finger that pushes the page is one scroll, until it has come to rest, and no click',
    group: 'scroll',
    body: `${TALL}<script>addEventListener('scrollend', () => { document.title = 'at rest' })</script>`,
    act: async ({ tab }) => {
      const session = await tab.context().newCDPSession(tab)
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 300, y: 500 }] })
      for (let y = 480; y >= 200; y -= 40)
        await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 300, y }] })
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await session.detach()
      await tab.waitForFunction(() => document.title === 'at rest')
    },
    truth: [scroll({ 'target.role': 'document', cause: 'touch' })],
  },
  {
    name: 'the bar beside a box that is pulled down is one scroll, and neither a click nor a drag',
    group: 'scroll',
    body: `<div id="box" style="width:300px;height:300px;overflow-y:scroll"><div style="height:1500px">Long</div></div>`,
    act: async ({ tab }) => {
      const box = await tab.locator('#box').boundingBox()
      if (!box) throw new Error('the box is not shown')
      // The middle of a bar of 15 px, below the arrow that some have.
      const [x, y] = [box.x + box.width - 8, box.y + 30]
      await tab.mouse.move(x, y)
      await tab.mouse.down()
      await tab.mouse.move(x, y + 60, { steps: 6 })
      await tab.mouse.up()
      expect(await tab.locator('#box').evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
    },
    truth: [scroll({ 'target.role': 'generic', cause: 'bar', from: { x: 0, y: 0 } })],
  },
  {
    name: 'scrolling by script is not an action',
    group: 'scroll',
    body: `${TALL}<script>setTimeout(() => scrollTo(0, 2000), 1500)</script>`,
    act: ({ tab }) => tab.waitForFunction(() => scrollY === 2000),
    truth: [],
  },
  {
    name: 'a button that scrolls is a click, and nothing more',
    group: 'scroll',
    body: `<button>Down</button>${TALL}<script>document.querySelector('button').onclick = () => scrollTo({ top: 2000, behavior: 'smooth' })</script>`,
    act: async ({ tab }) => {
      await tab.getByText('Down').click()
      await tab.waitForFunction(() => scrollY === 2000)
    },
    truth: [{ kind: 'click', fields: { 'target.role': 'button' } }],
  },
  {
    name: 'a link to a place in the page is a click and the move it made',
    group: 'scroll',
    body: `<a href="#far">Contents</a>${TALL}<p id="far">Far</p>`,
    act: async ({ tab }) => {
      await tab.getByText('Contents').click()
      await tab.waitForFunction(() => scrollY > 2000)
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'link', effects: [{ kind: 'navigation', action: 1 }] } },
      { kind: 'nav', fields: { cause: 'spa', causedBy: 0 } },
    ],
  },
]
