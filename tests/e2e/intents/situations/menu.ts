/** Menus, trees, and lists a page builds without roles. */
import type { Situation, Truth } from '../situation.ts'

const items = (names: string[]) => names.map((name) => `<div role="menuitem" tabindex="-1">${name}</div>`).join('')
const select = (fields: Record<string, unknown>): Truth => ({ kind: 'select', fields: { mode: 'aria', ...fields } })
const TAB: Truth = { kind: 'press', fields: { key: 'Tab' } }
const REVEALED = { kind: 'revealed', role: 'menu' }
const EXPANDED = { kind: 'state', state: { expanded: true } }

const MENU = `<button id="trigger" aria-haspopup="menu" aria-expanded="false" aria-controls="menu">Actions</button>
  <div role="menu" id="menu" hidden style="width:120px">${items(['Edit', 'Copy', 'Delete'])}</div>
  <script>{
    const show = (open) => { menu.hidden = !open; trigger.setAttribute('aria-expanded', String(open)); if (open) menu.children[0].focus() }
    trigger.onclick = () => show(menu.hidden)
    menu.onclick = () => show(false)
    menu.onkeydown = (event) => {
      const at = [...menu.children].indexOf(document.activeElement)
      if (event.key === 'ArrowDown') event.preventDefault(), menu.children[Math.min(at + 1, 2)].focus()
      if (event.key === 'Enter') event.preventDefault(), show(false), trigger.focus()
    }
  }</script>`

const nested = (event: string) => `<button id="trigger" aria-haspopup="menu" aria-expanded="false" aria-controls="menu">File</button>
  <div role="menu" id="menu" hidden style="width:120px"><div role="menuitem">New</div>
    <div role="menuitem" id="more" aria-haspopup="menu" aria-expanded="false" aria-controls="sub">Share</div></div>
  <div role="menu" id="sub" hidden style="position:absolute;left:140px;top:40px">${items(['Link', 'Mail', 'Print'])}</div>
  <script>
    const show = (list, of, open) => { list.hidden = !open; of.setAttribute('aria-expanded', String(open)) }
    trigger.onclick = () => show(menu, trigger, true)
    more.${event} = () => show(sub, more, true)
    sub.onclick = () => { show(sub, more, false); show(menu, trigger, false) }
  </script>`

const TREE = `<div role="tree" id="tree" style="width:160px">
    <div role="treeitem" aria-expanded="false" aria-selected="false" id="parent"><span id="expander">+</span> <span>Documents</span></div>
    <div role="group" id="group" hidden><div role="treeitem" aria-selected="false">Letters</div><div role="treeitem" aria-selected="false">Plans</div></div>
    <div role="treeitem" aria-selected="false">Pictures</div></div>
  <script>tree.onclick = (event) => {
    if (event.target.id === 'expander') { group.hidden = false; return parent_.setAttribute('aria-expanded', 'true') }
    event.target.closest('[role=treeitem]').setAttribute('aria-selected', 'true')
  }
  const parent_ = document.getElementById('parent')</script>`

/** No role, no state: a box that shows more boxes. */
const plain = (event: string) => `<div id="trigger" class="dropdown" style="width:120px;cursor:pointer">Choose a size</div>
  <div id="popup" hidden style="position:absolute;top:30px;width:120px;border:1px solid">
    ${['Small', 'Medium', 'Large', 'Huge'].map((name) => `<div class="item" style="cursor:pointer">${name}</div>`).join('')}</div>
  <div style="height:200px"></div>
  <script>trigger.onclick = () => { popup.hidden = false }
    popup.on${event} = (event) => { trigger.textContent = event.target.textContent; popup.hidden = true }</script>`

export const MENU_SITUATIONS: Situation[] = [
  {
    name: 'an item of a menu is a choice that belongs to the button of the menu',
    group: 'select menu',
    body: MENU,
    act: async ({ tab }) => {
      await tab.locator('#trigger').click()
      await tab.getByText('Copy').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'button', effects: [REVEALED, EXPANDED] } },
      select({ 'target.role': 'button', 'option.role': 'menuitem', indices: [1], options: 3, via: 'pointer', causedBy: 0 }),
    ],
  },
  {
    name: 'a menu by keys is a click on its button and one choice',
    group: 'select menu',
    body: MENU,
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Enter')
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('Enter')
    },
    truth: [
      TAB,
      { kind: 'click', fields: { 'target.role': 'button', via: 'key', effects: [REVEALED, EXPANDED] } },
      select({ 'target.role': 'button', 'option.role': 'menuitem', indices: [2], options: 3, via: 'key', causedBy: 1 }),
    ],
  },
  {
    name: 'a menu in a menu that opens on a click: the item belongs to the item that opened it',
    group: 'select menu',
    body: nested('onclick'),
    act: async ({ tab }) => {
      await tab.locator('#trigger').click()
      await tab.locator('#more').click()
      await tab.getByText('Mail').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'button', effects: [REVEALED] } },
      { kind: 'click', fields: { 'target.role': 'menuitem', effects: [REVEALED, EXPANDED], causedBy: 0 } },
      select({ 'target.role': 'menuitem', 'option.role': 'menuitem', indices: [1], options: 3, causedBy: 1 }),
    ],
  },
  {
    name: 'a menu in a menu that opens under the pointer: resting there is what led to the choice',
    group: 'select menu',
    body: nested('onmouseenter'),
    act: async ({ tab }) => {
      await tab.locator('#trigger').click()
      await tab.locator('#more').hover()
      await tab.getByText('Mail').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'button', effects: [REVEALED] } },
      { kind: 'hover', fields: { 'target.role': 'menuitem', revealed: 3 } },
      select({ 'target.role': 'menuitem', 'option.role': 'menuitem', indices: [1], options: 3, causedBy: 1 }),
    ],
  },
  {
    name: 'a menu of the page by right click belongs to what was clicked',
    group: 'select menu',
    body: `<div id="file" style="width:200px;height:60px">File</div>
      <div role="menu" id="menu" hidden style="position:absolute;left:220px;top:40px">${items(['Open', 'Delete'])}</div><script>
      file.oncontextmenu = (event) => { event.preventDefault(); menu.hidden = false }
      menu.onclick = () => { menu.hidden = true }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#file').click({ button: 'right' })
      await tab.getByText('Delete').click()
    },
    truth: [
      { kind: 'click', fields: { button: 'secondary', effects: [REVEALED] } },
      select({ 'target.role': 'generic', 'option.role': 'menuitem', indices: [1], options: 2, causedBy: 0 }),
    ],
  },
  {
    name: 'an item of a tree is a choice, what opens a branch is a click',
    group: 'select menu',
    body: TREE,
    act: async ({ tab }) => {
      await tab.locator('#expander').click()
      await tab.getByText('Plans').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'treeitem', effects: [EXPANDED] } },
      select({ 'target.role': 'tree', 'option.role': 'treeitem', indices: [2], options: 4, via: 'pointer' }),
    ],
  },
  {
    name: 'a dropdown without roles is a click that opens it and a choice that belongs to it',
    group: 'select other',
    body: plain('click'),
    act: async ({ tab }) => {
      await tab.locator('#trigger').click()
      await tab.getByText('Large').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.tag': 'div', effects: [{ kind: 'revealed' }] } },
      select({ mode: 'other', 'target.tag': 'div', indices: [2], options: 4, 'option.tag': 'div', via: 'pointer', causedBy: 0 }),
    ],
  },
  {
    name: 'a dropdown without roles that closes on mousedown is the same',
    group: 'select other',
    body: plain('mousedown'),
    act: async ({ tab }) => {
      await tab.locator('#trigger').click()
      await tab.getByText('Medium').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.tag': 'div' } },
      select({ mode: 'other', indices: [1], options: 4, 'option.tag': 'div', via: 'pointer', causedBy: 0 }),
    ],
  },
]
