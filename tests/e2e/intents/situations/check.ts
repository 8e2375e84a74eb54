/** What is on or off: boxes, switches, tabs, disclosures. */
import type { Situation } from '../situation.ts'

/** Turns a state of what is clicked, or pressed by Space. */
const turning = (attribute: string) => `<script>{
  const turn = (element) => element.setAttribute('${attribute}', String(element.getAttribute('${attribute}') !== 'true'))
  for (const each of document.querySelectorAll('[${attribute}]')) {
    each.addEventListener('click', () => turn(each))
    each.addEventListener('keydown', (event) => { if (event.key === ' ') { event.preventDefault(); turn(each) } })
  }}</script>`
const check = (role: string, checked: boolean, via: string) => ({ kind: 'check' as const, fields: { 'target.role': role, checked, via } })

export const CHECK_SITUATIONS: Situation[] = [
  {
    name: 'a checkbox is recorded once, with what it became',
    group: 'check',
    body: '<input type="checkbox" id="a">',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.press('Space')
    },
    truth: [check('checkbox', true, 'pointer'), check('checkbox', false, 'key')],
  },
  {
    name: 'radio buttons by pointer and by arrow key are checks',
    group: 'check',
    body: '<input type="radio" name="r"><input type="radio" name="r">',
    act: async ({ tab }) => {
      await tab.locator('input').first().click()
      await tab.keyboard.press('ArrowDown')
    },
    truth: [check('radio', true, 'pointer'), check('radio', true, 'key')],
  },
  {
    name: 'boxes that a script checks are not the person’s',
    group: 'check',
    body: `<button>All</button><input type="checkbox"><input type="checkbox"><script>
      document.querySelector('button').onclick = () => document.querySelectorAll('input').forEach((box) => box.click())</script>`,
    act: ({ tab }) => tab.getByText('All').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'button' } }],
  },
  {
    name: 'an ARIA switch by pointer and by Space is a check',
    group: 'check',
    body: `<button role="switch" aria-checked="false">Notifications</button><script>
      const box = document.querySelector('[role=switch]')
      box.onclick = () => box.setAttribute('aria-checked', String(box.getAttribute('aria-checked') !== 'true'))</script>`,
    act: async ({ tab }) => {
      await tab.locator('[role=switch]').click()
      await tab.keyboard.press('Space')
    },
    truth: [check('switch', true, 'pointer'), check('switch', false, 'key')],
  },
  {
    name: 'a switch that turns when the server has answered is a check',
    group: 'check',
    body: `<button role="switch" aria-checked="false">Notifications</button><script>
      const box = document.querySelector('[role=switch]')
      box.onclick = () => setTimeout(() => box.setAttribute('aria-checked', 'true'), 200)</script>`,
    act: async ({ tab }) => {
      await tab.locator('[role=switch]').click()
      await tab.locator('[aria-checked=true]').waitFor()
    },
    truth: [check('switch', true, 'pointer')],
  },
  {
    name: 'a checkbox made of a <div> is a check, by pointer and by Space',
    group: 'check',
    body: `<div role="checkbox" aria-checked="false" tabindex="0">Agree</div>${turning('aria-checked')}`,
    act: async ({ tab }) => {
      await tab.locator('[role=checkbox]').click()
      await tab.keyboard.press('Space')
    },
    truth: [check('checkbox', true, 'pointer'), check('checkbox', false, 'key')],
  },
  {
    name: 'a radio button made of a <div> is a check',
    group: 'check',
    body: `<div role="radiogroup"><div role="radio" aria-checked="false" tabindex="0">Small</div></div>${turning('aria-checked')}`,
    act: ({ tab }) => tab.locator('[role=radio]').click(),
    truth: [check('radio', true, 'pointer')],
  },
  {
    name: 'an item of a menu that can be checked is a check, after the click that opened the menu',
    group: 'check',
    body: `<button aria-haspopup="menu" aria-expanded="false" id="view">View</button>
      <div role="menu" id="menu" hidden><div role="menuitemcheckbox" aria-checked="false" tabindex="-1">Ruler</div></div>
      ${turning('aria-checked')}<script>view.onclick = () => { menu.hidden = false; view.setAttribute('aria-expanded', 'true') }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#view').click()
      await tab.getByText('Ruler').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'button', effects: [{ kind: 'revealed', role: 'menu' }] } },
      { kind: 'check', fields: { 'target.role': 'menuitemcheckbox', checked: true, via: 'pointer', causedBy: 0 } },
    ],
  },
  {
    name: 'a tab is a click that says what became selected',
    group: 'state',
    body: `<div role="tablist"><button role="tab" aria-selected="true">One</button><button role="tab" aria-selected="false">Two</button></div>
      <script>document.querySelectorAll('[role=tab]').forEach((each, _, all) => each.onclick = () => all.forEach((tab) =>
        tab.setAttribute('aria-selected', String(tab === each))))</script>`,
    act: ({ tab }) => tab.getByText('Two').click(),
    truth: [
      {
        kind: 'click',
        fields: { 'target.role': 'tab', 'target.state': { selected: false }, effects: [{ kind: 'state', state: { selected: true } }] },
      },
    ],
  },
  {
    name: 'a disclosure is a click that says that it is open',
    group: 'state',
    body: `<button aria-expanded="false" aria-controls="more">Details</button><p id="more" hidden>More</p><script>
      const opener = document.querySelector('button')
      opener.onclick = () => { more.hidden = !more.hidden; opener.setAttribute('aria-expanded', String(!more.hidden)) }</script>`,
    act: async ({ tab }) => {
      await tab.getByText('Details').click()
      await tab.locator('#more').waitFor()
    },
    truth: [{ kind: 'click', fields: { 'target.role': 'button', effects: [{ kind: 'state', state: { expanded: true } }] } }],
  },
  {
    name: '<details> opened by pointer and closed by key are clicks with what they did',
    group: 'state',
    body: '<details><summary>Details</summary><p>More</p></details>',
    act: async ({ tab }) => {
      await tab.locator('summary').click()
      await tab.keyboard.press('Enter')
    },
    truth: [
      { kind: 'click', fields: { 'target.tag': 'summary', via: 'pointer', effects: [{ kind: 'state', state: { expanded: true } }] } },
      { kind: 'click', fields: { 'target.tag': 'summary', via: 'key', effects: [{ kind: 'state', state: { expanded: false } }] } },
    ],
  },
  {
    name: 'a button that stays pressed is a click that says so',
    group: 'state',
    body: `<button aria-pressed="false">Bold</button><script>
      const toggle = document.querySelector('button'); toggle.onclick = () => toggle.setAttribute('aria-pressed', 'true')</script>`,
    act: ({ tab }) => tab.getByText('Bold').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'button', effects: [{ kind: 'state', state: { pressed: true } }] } }],
  },
  {
    name: 'an arrow key that moves the choice among radio buttons of the page checks another one',
    group: 'check',
    body: `<div role="radiogroup"><div role="radio" tabindex="0" aria-checked="true" id="a">Left</div><div role="radio" tabindex="-1" aria-checked="false" id="b">Right</div></div>
      <script>a.onkeydown = ({ key }) => { if (key === 'ArrowDown') { a.ariaChecked = 'false'; b.ariaChecked = 'true'; b.focus() } }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#a').focus()
      await tab.keyboard.press('ArrowDown')
    },
    truth: [{ kind: 'check', fields: { 'target.role': 'radio', 'target.name': 'Right', checked: true, via: 'key' } }],
  },
  {
    name: 'a checkbox in a shadow root is checked by its label, and unchecked',
    group: 'check',
    body: `<my-box></my-box><script>
      document.querySelector('my-box').attachShadow({ mode: 'open' }).innerHTML = '<input type="checkbox" id="a"><label for="a">Remember</label>'</script>`,
    act: async ({ tab }) => {
      await tab.locator('label').click()
      await tab.locator('input').click()
    },
    truth: [
      { kind: 'check', fields: { 'target.role': 'checkbox', checked: true, via: 'label' } },
      { kind: 'check', fields: { 'target.role': 'checkbox', checked: false, via: 'pointer' } },
    ],
  },
]
