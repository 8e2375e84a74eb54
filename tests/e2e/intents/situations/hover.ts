/** Resting the pointer: an action only where it showed what was used next. */
import type { Situation, Truth } from '../situation.ts'

const click = (fields: Record<string, unknown>): Truth => ({ kind: 'click', fields })
const MENU_STYLE = `<style>nav ul ul { display: none } nav li:hover > ul { display: block }</style>`
const NAV = `<nav><ul><li id="owner"><button>Products</button><ul><li><a href="#one">Tables</a></li><li><a href="#two">Chairs</a></li></ul></li></ul></nav>
  <button id="beside" style="position:absolute;top:300px">Other</button>
  <script>document.querySelectorAll('a').forEach((link) => link.onclick = (event) => event.preventDefault())</script>`

export const HOVER_SITUATIONS: Situation[] = [
  {
    name: 'a menu that style alone shows: resting on its owner is an action, because an item was used',
    group: 'hover',
    head: MENU_STYLE,
    body: NAV,
    act: async ({ tab }) => {
      await tab.getByText('Products').hover()
      await tab.getByText('Chairs').click()
    },
    truth: [{ kind: 'hover', fields: { 'target.role': 'button', revealed: 2 } }, click({ 'target.role': 'link', causedBy: 0 })],
  },
  {
    name: 'a menu that a script shows is the same',
    group: 'hover',
    body: `<button id="owner">Account</button><div id="menu"></div><script>
      owner.onmouseenter = () => { menu.innerHTML = '<button>Settings</button><button>Sign out</button><button>Help</button>' }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#owner').hover()
      await tab.getByText('Settings').click()
    },
    truth: [
      { kind: 'hover', fields: { 'target.role': 'button', revealed: 3 } },
      click({ 'target.role': 'button', 'target.name': 'Settings', causedBy: 0 }),
    ],
  },
  {
    name: 'a menu that was shown and not used is nothing',
    group: 'hover',
    head: MENU_STYLE,
    body: NAV,
    act: async ({ tab }) => {
      await tab.getByText('Products').hover()
      await tab.locator('#beside').click()
    },
    truth: [click({ 'target.role': 'button', 'target.name': 'Other', causedBy: null })],
  },
  {
    name: 'a row that shows what can be done with it: resting on it is an action, because it was done',
    group: 'hover',
    head: '<style>td button { visibility: hidden } tr:hover button { visibility: visible }</style>',
    body: `<table style="width:400px">${['One', 'Two', 'Three'].map((name) => `<tr><td>${name}</td><td><button>Delete</button></td></tr>`).join('')}</table>`,
    act: async ({ tab }) => {
      await tab.getByText('Two').hover()
      await tab.locator('tr', { hasText: 'Two' }).locator('button').click()
    },
    truth: [
      { kind: 'hover', fields: { 'target.role': 'row', revealed: 1 } },
      click({ 'target.role': 'button', 'target.anchor.index': 1, causedBy: 0 }),
    ],
  },
  {
    name: 'a hint that appears over a button is not why it was clicked',
    group: 'hover',
    head: '<style>#hint { display: none } #owner:hover + #hint { display: block }</style>',
    body: '<button id="owner">Save</button><div id="hint" role="tooltip">Keeps the changes</div>',
    act: async ({ tab }) => {
      await tab.locator('#owner').hover()
      await tab.locator('#owner').click()
    },
    truth: [click({ 'target.role': 'button', causedBy: null })],
  },
]
