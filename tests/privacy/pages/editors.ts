/** Where people write: editors of every make; and where each click is a letter. */
import type { Draft } from '../../../lib/trace/action.ts'
import { POINTER_STEP_PX } from '../../../lib/trace/vocabulary.ts'
import type { PrivacyPage } from '../suite/page.ts'

const TAGS = ['acorn', 'birch', 'cedar', 'dogwood', 'elder', 'fir', 'gorse', 'hazel', 'ivy', 'juniper']
const all = (tag: string, names: readonly string[]) => names.map((name) => `<${tag}>${name}</${tag.split(' ', 1)[0] ?? ''}>`).join('')
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const key = (text: string) => `<button class="k" data-key="${text}">${text}</button>`

/** Runs of keys on a page of these: each is one action, whichever row the keys are in. */
const RUNS = 4

/** Well within it: the path is on a grid. */
const isInside = (box: { x: number; y: number; width: number; height: number }, x: number, y: number) =>
  Math.abs(x - box.x - box.width / 2) < box.width / 2 - POINTER_STEP_PX &&
  Math.abs(y - box.y - box.height / 2) < box.height / 2 - POINTER_STEP_PX

/** No point, no path, and one action for a run of keys: as many as there are keys would say how long it is. */
function isOneKeypad(actions: Draft[]): string | null {
  const pads = actions.filter(({ target }) => target?.control === 'keypad')
  if (pads.length === 0) return 'no keypad at all'
  if (pads.some(({ target }) => target?.point)) return 'a point on a keypad'
  if (pads.some(({ pointer }) => pointer.length > 0)) return 'a path to a key'
  const boxes = pads.flatMap(({ target }) => target?.box ?? [])
  if (actions.some(({ pointer }) => pointer.some(([, x, y]) => boxes.some((box) => isInside(box, x, y))))) return 'a path over a keypad'
  return pads.length > RUNS ? `${pads.length} actions on a keypad` : null
}

export const EDITOR_PAGES: PrivacyPage[] = [
  {
    name: 'a rich-text editor with mentions and a toolbar',
    covers: ['textarea and contenteditable', 'P7', 'P8'],
    body: (
      plant,
    ) => `<div role="tab" tabindex="0" id="j">Notes <span contenteditable>${plant('hidden')}</span></div><div role="toolbar"><button id="b">Bold</button><button id="l">Link</button></div><div id="a" contenteditable role="textbox" aria-label="Message" aria-placeholder="${plant('attribute')}"><p>${plant('hidden')}</p>
      <p><span class="chip" contenteditable="false" tabindex="0">@${plant('hidden')}</span> <a href="#" id="c">${plant('hidden')}</a> <button id="d">${plant('hidden')}</button></p><h2 id="h">${plant('hidden')}</h2><ul><li id="i">${plant('hidden')}</li></ul></div><button id="e">Send</button>`,
    drive: async ({ tab, type, click, press }) => {
      await tab.locator('#j').click({ position: { x: 8, y: 8 } })
      await type('#a')
      await press('Enter', 'Control+b', 'Control+a', 'Control+c')
      await click('.chip', '#c', '#d', '#h', '#i', '#b', '#l', '#e')
    },
    words: ['Bold', 'Link', 'Send'],
  },
  {
    name: 'names with an editable part, behind more editors than are compared, and in a shadow root',
    covers: ['textarea and contenteditable', 'shadow dom', 'P7'],
    body: (
      plant,
    ) => `${'<p contenteditable>Draft</p>'.repeat(10)}<div role="tab" tabindex="0" id="a">Notes <span contenteditable>${plant('hidden')}</span></div><div id="b"></div><button id="e">Send</button>
      <script>b.attachShadow({ mode: 'open' }).innerHTML = '<div role="tab" tabindex="0" id="c">Details <span contenteditable>${plant('hidden')}</span></div>'</script>`,
    drive: async ({ tab, click }) => {
      for (const each of ['#a', '#c']) await tab.locator(each).click({ position: { x: 8, y: 8 } })
      await click('#e')
    },
    words: ['Notes', 'Details', 'Send'],
  },
  {
    name: 'plain editors: plaintext-only, an editable that inherits, one that becomes editable',
    covers: ['textarea and contenteditable', 'P7', 'P29'],
    body: (
      plant,
    ) => `<div id="a" contenteditable="plaintext-only">${plant('hidden')}</div><div contenteditable><section><div id="b">${plant('hidden')}</div></section></div><div id="c" role="button" tabindex="0">${plant('page-text')}</div>
      <button id="d">Edit</button><h1 id="f" contenteditable>${plant('hidden')}</h1><table><tr><td id="g" contenteditable>${plant('hidden')}</td></tr></table><script>d.onclick = () => { c.contentEditable = 'true'; c.focus() }</script>`,
    drive: async ({ tab, plant, type, click }) => {
      for (const field of ['#a', '#b', '#f', '#g']) await type(field)
      await click('#d')
      await tab.keyboard.type(plant('typed'))
      await click('#c', '#f', '#g', '#d')
    },
    words: ['Edit'],
  },
  {
    name: 'a document in design mode inside of a frame',
    covers: ['textarea and contenteditable', 'P7', 'iframes'],
    body: (plant) =>
      `<iframe id="a" srcdoc="<body><h1>${plant('hidden')}</h1><p>${plant('hidden')}</p></body>" width="400" height="120"></iframe><button id="e">Send</button><script>a.onload = () => { a.contentDocument.designMode = 'on' }</script>`,
    drive: async ({ tab, plant, click }) => {
      const frame = tab.frameLocator('#a')
      await frame.locator('h1').click()
      await tab.keyboard.type(plant('typed'))
      await frame.locator('p').click()
      await tab.keyboard.type(plant('typed'))
      await click('#e')
    },
    words: ['Send'],
  },
  {
    name: 'a code editor: a tiny textarea below lines of drawn text',
    covers: ['textarea and contenteditable', 'P7', 'P8', 'keys'],
    body: (
      plant,
    ) => `<div id="a" style="position:relative;height:60px;width:300px;overflow:hidden auto"><textarea id="t" style="position:absolute;width:2px;height:14px;opacity:.01" aria-label="Editor content"></textarea>
      <div id="lines" role="presentation"><div class="line"><span>${plant('page-text')}</span></div></div></div><div role="listbox"><div role="option" class="o" tabindex="0">${plant('page-text')}</div></div><button id="e">Run</button>
      <script>a.onclick = () => t.focus(); t.oninput = () => { lines.insertAdjacentHTML('beforeend', '<div class="line"><span>' + t.value + '</span></div>'); t.setAttribute('aria-label', t.value); t.value = '' }</script>`,
    drive: async ({ tab, plant, click, press }) => {
      await click('.line')
      await tab.keyboard.type(plant('typed').slice(0, 8))
      await tab.keyboard.insertText(plant('typed'))
      await press('Control+s', 'Control+Shift+p', 'Escape')
      await click('.line:last-child', '.o', '#e')
    },
    words: ['Run'],
  },
  {
    name: 'typing into a page without a field: a terminal, a game, a command palette',
    covers: ['keys', 'P23'],
    body: (plant) =>
      `<div id="a" tabindex="0" role="application" aria-label="${plant('attribute')}"><pre id="p">$ </pre></div><button id="e">Clear</button><script>addEventListener('keydown', (event) => { if (event.key.length === 1) { p.textContent += event.key; document.title = p.textContent } })</script>`,
    drive: async ({ tab, plant, click, press }) => {
      await click('#a')
      await tab.keyboard.type(plant('typed'))
      await press('Enter', 'Control+k', 'Alt+x')
      await click('#p', '#e')
      await tab.keyboard.type(plant('typed'))
    },
    check: (actions) => (actions.filter(({ kind }) => kind === 'press').length > 4 ? 'presses for letters' : null),
    words: ['Clear'],
  },
  {
    name: 'a PIN pad in shuffled order, its keys named and drawn',
    covers: ['click sequences', 'mouse path', 'P25'],
    body: () => `<div id="pad">${[...'7052849163'].map(key).join('')}<button class="k">Delete</button></div><button id="e">Unlock</button>
      <div id="pad2" style="display:grid;grid-template-columns:repeat(3,40px)">${[...'123456789'].map((digit) => `<div role="button" tabindex="0" class="n" aria-label="${digit}"><svg width="20" height="20"></svg></div>`).join('')}</div>`,
    drive: async ({ tab, plant, click }) => {
      plant.digits('typed', '70528491')
      for (const digit of '70528491') await tab.locator('#pad .k', { hasText: digit }).click()
      await click('#e')
      plant.digits('typed', '37159284')
      for (const digit of '37159284') await tab.locator(`.n[aria-label="${digit}"]`).click()
      await click('#e')
    },
    check: isOneKeypad,
  },
  {
    name: 'an on-screen keyboard for a password',
    covers: ['click sequences', 'mouse path', 'keys', 'P25'],
    body: () => `<label>Password <input id="a" type="password"></label><div id="board"><div>${LETTERS.slice(0, 13).map(key).join('')}</div><div>${LETTERS.slice(13).map(key).join('')}</div><button class="k">Shift</button></div>
      <p id="shown"></p><button id="e">Sign in</button><script>board.onclick = ({ target }) => { if (target.dataset.key) a.value += target.dataset.key; shown.textContent = a.value }</script>`,
    drive: async ({ tab, plant, click }) => {
      for (const letter of plant('typed')) await tab.locator(`[data-key="${letter}"]`).click()
      await click('#shown', '#e')
    },
    check: isOneKeypad,
  },
  {
    name: 'words picked from a grid, one after the other, as of a seed phrase',
    covers: ['click sequences', 'mouse path', 'echo of typing'],
    body: (plant) =>
      `<div id="grid" style="min-height:100px">${Array.from({ length: 12 }, () => `<button class="w">${plant('on-screen-secret')}</button>`).join('')}</div><button id="e">Confirm</button><h2 id="h"></h2>
      <script>grid.onclick = ({ target }) => { if (target === grid) return; h.append(target.textContent + ' '); target.remove() }</script>`,
    drive: async ({ tab, click }) => {
      // Each leaves the grid when it is picked: the last ones are fewer than a grid has.
      for (const index of [3, 0, 7, 8, 1, 0, 2, 4]) await tab.locator('.w').nth(index).click()
      await click('#h', '#e')
    },
    words: ['Confirm'],
    check: isOneKeypad,
  },
  {
    name: 'buttons in lower case that are no grid of words: a toolbar, tags as links, tabs, filters, seven choices',
    covers: ['accessible name', 'click sequences'],
    body: () => `<div>${all('button', ['edit', 'copy', 'share', 'print', 'download', 'archive', 'delete', 'move', 'rename', 'close'])}</div>
      <div>${all('a href="#"', TAGS)}</div><div role="tablist">${all('button role="tab"', TAGS)}</div><div>${all(
        'button',
        TAGS.map((tag) => tag.toUpperCase()),
      )}</div><div>${all('button', TAGS.slice(0, 7))}</div>`,
    drive: ({ click }) => click('text="edit"', 'a', '[role=tab]', 'div:nth-of-type(4) button', 'div:nth-of-type(5) button'),
    check: (actions) => {
      const clicked = actions.filter(({ kind, target }) => kind === 'click' && target?.control !== 'keypad')
      return clicked.length === 6 ? null : `${clicked.length} clicks where six were made`
    },
    words: ['edit'],
  },
]
