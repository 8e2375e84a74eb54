/** Dragging, by the browser's own means and by those of pages. */
import type { Page as Tab } from '@playwright/test'
import type { Situation, Truth } from '../situation.ts'

const drag = (fields: Record<string, unknown>): Truth => ({ kind: 'drag', fields })

/** Presses in the middle of an element, moves by steps, and lets go. */
async function pull(tab: Tab, selector: string, by: { x: number; y: number }): Promise<void> {
  const box = await tab.locator(selector).boundingBox()
  if (!box) throw new Error(`nothing to pull: ${selector}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await tab.mouse.move(x, y)
  await tab.mouse.down()
  await tab.mouse.move(x + by.x, y + by.y, { steps: 6 })
  await tab.mouse.up()
}

const box = (id: string, more = '') => `<div id="${id}" style="width:120px;height:60px;margin:10px;border:1px solid" ${more}>${id}</div>`
const NATIVE = `${box('card', 'draggable="true"')}${box('bin', 'role="list"')}<script>
  bin.ondragover = (event) => event.preventDefault()
  bin.ondrop = (event) => { event.preventDefault(); bin.append(card) }</script>`
/** Follows the pointer, and stays where it is let go. */
const POINTER = `${box('card')}${box('bin', 'role="list"')}<div style="height:300px"></div><script>{
  card.style.touchAction = 'none'
  let from = null
  card.onpointerdown = (event) => { from = event; card.setPointerCapture(event.pointerId) }
  card.onpointermove = (event) => { if (from) card.style.transform = 'translate(' + (event.clientX - from.clientX) + 'px,' + (event.clientY - from.clientY) + 'px)' }
  card.onpointerup = () => { from = null }
}</script>`

export const DRAG_SITUATIONS: Situation[] = [
  {
    name: 'by the browser, from where it was taken to where it was dropped',
    group: 'drag',
    body: NATIVE,
    act: ({ tab }) => tab.locator('#card').dragTo(tab.locator('#bin')),
    truth: [drag({ mode: 'html5', 'target.role': 'generic', 'destination.role': 'list' })],
  },
  {
    name: 'by the browser, dropped where nothing takes it, has no destination',
    group: 'drag',
    body: `${box('card', 'draggable="true"')}<div style="height:300px"></div>`,
    act: ({ tab }) => pull(tab, '#card', { x: 100, y: 200 }),
    truth: [drag({ mode: 'html5', 'target.role': 'generic', destination: null })],
  },
  {
    name: 'by the page, is one drag without a click',
    group: 'drag',
    body: POINTER,
    act: ({ tab }) => pull(tab, '#card', { x: 20, y: 75 }),
    truth: [drag({ mode: 'pointer', 'target.role': 'generic', 'destination.role': 'list' })],
  },
  {
    name: 'of a button that the page moves is a drag without a click on it',
    group: 'drag',
    body: `<button id="handle" style="width:80px;height:40px">Move</button><div style="height:300px"></div><script>{
      let from = null
      handle.onpointerdown = (event) => { from = event; handle.setPointerCapture(event.pointerId) }
      handle.onpointermove = (event) => { if (from) handle.style.transform = 'translateX(' + (event.clientX - from.clientX) + 'px)' }
      handle.onpointerup = () => { from = null }
    }</script>`,
    act: ({ tab }) => pull(tab, '#handle', { x: 120, y: 0 }),
    truth: [drag({ mode: 'pointer', 'target.role': 'button' })],
  },
  {
    name: 'out of the window has no destination',
    group: 'drag',
    body: POINTER,
    act: ({ tab }) => pull(tab, '#card', { x: 60, y: -400 }),
    truth: [drag({ mode: 'pointer', destination: null })],
  },
  {
    name: 'that trembles by a few pixels is a click',
    group: 'drag',
    body: POINTER,
    act: ({ tab }) => pull(tab, '#card', { x: 2, y: 2 }),
    truth: [{ kind: 'click', fields: { 'target.role': 'generic', via: 'pointer' } }],
  },
  {
    name: 'a click on something that can be dragged is a click',
    group: 'drag',
    body: NATIVE,
    act: ({ tab }) => tab.locator('#card').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'generic' } }],
  },
  {
    name: 'over text, which selects it, is nothing',
    group: 'drag',
    body: '<p id="text">Words that are long enough to be selected by drawing over them</p>',
    act: ({ tab }) => pull(tab, '#text', { x: -300, y: 0 }),
    truth: [],
  },
]
