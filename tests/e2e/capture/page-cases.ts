/** Scrolling, shadow roots, and pages that shadow the DOM. */
import { expect } from '../browser/fixtures.ts'
import type { Case } from './case.ts'

export const PAGE_CASES: Case[] = [
  {
    name: 'a burst of wheel notches is one scroll, of the page or of a box',
    body: '<div id="box" style="height:100px;overflow:auto"><div style="height:900px">Box</div></div><div style="height:3000px"></div>',
    act: async (tab) => {
      await tab.locator('#box').hover()
      await tab.mouse.wheel(0, 200)
      await tab.mouse.wheel(0, 200)
      await tab.mouse.move(600, 400)
      await tab.mouse.wheel(0, 500)
      await tab.mouse.wheel(0, 500)
      await expect.poll(() => tab.evaluate(() => scrollY)).toBe(1000)
    },
    expected: ['scroll generic wheel unseen to 400', 'scroll document wheel 0 to 1000'],
  },
  {
    name: 'a key that scrolls is a scroll, and no press',
    body: '<div style="height:5000px">Tall</div>',
    act: async (tab) => {
      await tab.keyboard.press('End')
      await tab.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)
    },
    expected: ['scroll document key 0 to 4300'],
  },
  {
    name: 'scrolling by script is not an action',
    body: '<div style="height:5000px">Tall</div>',
    act: async (tab) => {
      await tab.evaluate(() => scrollTo(0, 2000))
      await tab.waitForFunction(() => scrollY === 2000)
    },
    expected: [],
  },
  {
    name: 'a button in an open shadow root is found inside it',
    body: `<my-card></my-card><script>document.querySelector('my-card').attachShadow({ mode: 'open' }).innerHTML = '<button>Card</button>'</script>`,
    act: (tab) => tab.getByText('Card').click(),
    expected: ['click button ×1 pointer'],
  },
  {
    name: 'a form whose controls shadow the DOM is described all the same',
    body: `<form id="form">${['closest', 'matches', 'getAttribute', 'parentNode', 'localName', 'children', 'isContentEditable'].map((name) => `<input name="${name}" style="display:none">`).join('')}
      <p style="position:fixed;left:10px;top:50px;margin:0;height:30px;width:200px">Inside</p></form>`,
    // By coordinates: such a form stops Playwright's own look at the page.
    act: (tab) => tab.mouse.click(40, 60),
    expected: ['click paragraph ×1 pointer'],
  },
  {
    name: 'a scroll key that is held is one scroll',
    body: '<div style="height:9000px">Tall</div>',
    act: async (tab) => {
      for (let repeat = 0; repeat < 12; repeat++) await tab.keyboard.down('ArrowDown')
      await tab.keyboard.up('ArrowDown')
      await tab.waitForFunction(() => scrollY >= 400)
    },
    expected: ['scroll document key 0 to 500'],
  },
]
