/** Lists a page builds with ARIA roles: one choice is one action, with its place among the options and the control it belongs to. */
import type { Situation, Truth } from '../situation.ts'

const SIZES = ['Small', 'Medium', 'Large']
const options = (names: string[], more = '') =>
  names.map((name) => `<div role="option" aria-selected="false" ${more}>${name}</div>`).join('')
const opening = (role: string): Truth => ({
  kind: 'click',
  fields: {
    'target.role': role,
    effects: [
      { kind: 'state', state: { expanded: true } },
      { kind: 'revealed', role: 'listbox' },
    ],
  },
})
const select = (fields: Record<string, unknown>): Truth => ({
  kind: 'select',
  fields: { mode: 'aria', 'option.role': 'option', ...fields },
})
const TAB: Truth = { kind: 'press', fields: { key: 'Tab' } }

/** A combobox that opens, moves by arrows with aria-activedescendant, and closes on a choice; `event` is the one it chooses at. */
const combobox = (event = 'click') => `
  <div role="combobox" id="box" tabindex="0" aria-haspopup="listbox" aria-expanded="false" aria-controls="list" style="width:120px">Size</div>
  <div role="listbox" id="list" hidden>${SIZES.map((name, index) => `<div role="option" id="o${index}">${name}</div>`).join('')}</div>
  <script>{
    let active = -1
    const show = (open) => { list.hidden = !open; box.setAttribute('aria-expanded', String(open)); active = -1 }
    const choose = (index) => { box.textContent = list.children[index].textContent; show(false) }
    box.onclick = () => show(list.hidden)
    list.on${event} = (event) => choose([...list.children].indexOf(event.target))
    box.onkeydown = (event) => {
      if (list.hidden && event.key === 'ArrowDown') return event.preventDefault(), show(true)
      if (list.hidden) return
      if (event.key === 'Enter' && active >= 0) return event.preventDefault(), choose(active)
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      active = Math.min(active + 1, 2)
      box.setAttribute('aria-activedescendant', 'o' + active)
    }
  }</script>`

/** A list in which the arrows choose, as in a list of the browser. */
const FOLLOWING = `<div role="listbox" id="list" tabindex="0" style="width:120px">${options(SIZES)}</div><script>{
  let chosen = -1
  list.onkeydown = (event) => {
    const named = [...list.children].findIndex((each) => each.textContent.toLowerCase().startsWith(event.key))
    const next = event.key === 'ArrowDown' ? Math.min(chosen + 1, 2) : named
    if (next < 0) return
    event.preventDefault()
    chosen = next
    ;[...list.children].forEach((each, index) => each.setAttribute('aria-selected', String(index === chosen)))
  }
}</script>`

/** Ten of a thousand rows are in the page. */
const VIRTUAL = `<div role="listbox" id="list" style="width:200px">${Array.from(
  { length: 10 },
  (_, index) => `<div role="option" aria-setsize="1000" aria-posinset="${index + 201}">Row</div>`,
).join('')}</div>`

export const ARIA_LIST_SITUATIONS: Situation[] = [
  {
    name: 'a combobox by mouse is a click that opens it and a choice that belongs to it',
    group: 'select aria',
    body: combobox(),
    act: async ({ tab }) => {
      await tab.locator('#box').click()
      await tab.getByText('Medium').click()
    },
    truth: [
      opening('combobox'),
      select({ 'target.role': 'combobox', indices: [1], options: 3, multiple: false, labels: ['Medium'], via: 'pointer', causedBy: 0 }),
    ],
  },
  {
    name: 'a combobox that closes on mousedown is the same',
    group: 'select aria',
    body: combobox('mousedown'),
    act: async ({ tab }) => {
      await tab.locator('#box').click()
      await tab.getByText('Large').click()
    },
    truth: [opening('combobox'), select({ 'target.role': 'combobox', indices: [2], options: 3, via: 'pointer', causedBy: 0 })],
  },
  {
    name: 'a combobox by keys is a press that opens it and one choice, whatever the arrows',
    group: 'select aria',
    body: combobox(),
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      for (let key = 0; key < 3; key++) await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('Enter')
    },
    truth: [
      TAB,
      { kind: 'press', fields: { key: 'ArrowDown', 'target.role': 'combobox', effects: [{ kind: 'state', state: { expanded: true } }] } },
      select({ 'target.role': 'combobox', indices: [1], options: 3, via: 'key', causedBy: 1 }),
    ],
  },
  {
    name: 'a combobox filtered by typing is typing, then the choice among what is left',
    group: 'select aria',
    body: `<input role="combobox" id="box" aria-expanded="false" aria-controls="list"><div role="listbox" id="list" hidden></div><script>
      box.oninput = () => {
        const found = ['Small', 'Medium', 'Large', 'Largest'].filter((each) => each.toLowerCase().startsWith(box.value))
        list.innerHTML = found.map((each) => '<div role="option">' + each + '</div>').join('')
        list.hidden = false
        box.setAttribute('aria-expanded', 'true')
      }
      list.onmousedown = (event) => event.preventDefault()
      list.onclick = (event) => { box.value = event.target.textContent; list.hidden = true; box.setAttribute('aria-expanded', 'false') }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#box').click()
      await tab.keyboard.type('lar')
      await tab.getByText('Largest').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'combobox' } },
      { kind: 'type', fields: { 'target.role': 'combobox', via: ['keys'], length: '1-3' } },
      select({ 'target.role': 'combobox', indices: [1], options: 2, via: 'pointer', causedBy: 1 }),
    ],
  },
  {
    name: 'a button that shows a list owns the choice, also where only time and place tell',
    group: 'select aria',
    body: `<button id="trigger">Sort</button><div style="height:100px"></div><script>trigger.onclick = () => {
        document.body.insertAdjacentHTML('beforeend', '<div role="listbox" id="list" style="position:absolute;top:40px">${options(['Newest', 'Oldest'])}</div>')
        list.onclick = () => list.remove()
      }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#trigger').click()
      await tab.getByText('Oldest').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'button', effects: [{ kind: 'revealed', role: 'listbox' }] } },
      select({ 'target.role': 'button', indices: [1], options: 2, via: 'pointer', causedBy: 0 }),
    ],
  },
  {
    name: 'a list that is always there is its own control',
    group: 'select aria',
    body: `<div role="listbox" id="list" style="width:120px">${options(SIZES)}</div>
      <script>list.onclick = (event) => event.target.setAttribute('aria-selected', 'true')</script>`,
    act: ({ tab }) => tab.getByText('Medium').click(),
    truth: [select({ 'target.role': 'listbox', indices: [1], options: 3, multiple: false, via: 'pointer', causedBy: null })],
  },
  {
    name: 'two of a list that permits several are two choices',
    group: 'select aria',
    body: `<div role="listbox" aria-multiselectable="true" id="list" style="width:120px">${options(SIZES)}</div>
      <script>list.onclick = (event) => event.target.setAttribute('aria-selected', 'true')</script>`,
    act: async ({ tab }) => {
      await tab.getByText('Small').click()
      await tab.getByText('Large').click()
    },
    truth: [
      select({ 'target.role': 'listbox', indices: [0], options: 3, multiple: true }),
      select({ 'target.role': 'listbox', indices: [2], options: 3, multiple: true }),
    ],
  },
  {
    name: 'a list in which the choice follows the arrows is one choice',
    group: 'select aria',
    body: FOLLOWING,
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('ArrowDown')
    },
    truth: [TAB, select({ 'target.role': 'listbox', indices: [1], options: 3, via: 'key' })],
  },
  {
    name: 'a list by first letter is one choice',
    group: 'select aria',
    body: FOLLOWING,
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('l')
    },
    truth: [TAB, select({ 'target.role': 'listbox', indices: [2], options: 3, via: 'key' })],
  },
  {
    name: 'a list of which most is not in the page counts as it says',
    group: 'select aria',
    body: VIRTUAL,
    act: ({ tab }) => tab.locator('[aria-posinset="207"]').click(),
    truth: [select({ 'target.role': 'listbox', indices: [206], options: 1000, via: 'pointer' })],
  },
]
