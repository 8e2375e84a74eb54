/** Lists the browser draws itself. */
import type { Situation } from '../situation.ts'

const select = (fields: Record<string, unknown>) => ({ kind: 'select' as const, fields })
const TAB = { kind: 'press', fields: { key: 'Tab' } } as const

export const NATIVE_SELECT_SITUATIONS: Situation[] = [
  {
    name: 'by arrow keys is one choice, however many keys',
    group: 'select native',
    body: '<select id="a"><option>1<option>2<option>3<option>4</select>',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      for (let key = 0; key < 3; key++) await tab.keyboard.press('ArrowDown')
    },
    truth: [
      TAB,
      select({ 'target.role': 'combobox', mode: 'native', indices: [3], options: 4, multiple: false, option: null, via: 'key' }),
    ],
  },
  {
    name: 'by its first letters is one choice',
    group: 'select native',
    body: '<select id="a"><option>Small<option>Medium<option>Large</select>',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.type('lar')
    },
    truth: [TAB, select({ mode: 'native', indices: [2], options: 3, labels: ['Large'], via: 'key' })],
  },
  {
    name: 'opened by mouse is one choice, its opening click included; options of groups are counted through',
    group: 'select native',
    body: '<select id="a"><optgroup label="x"><option>1<option>2</optgroup><option>3</select>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('Enter')
    },
    // The keys go to the browser's own popup, which a page does not see: what is known is that the pointer opened it.
    truth: [select({ 'target.role': 'combobox', mode: 'native', indices: [2], options: 3, via: 'pointer' })],
  },
  {
    name: 'several of a list by mouse are one choice, with all that are chosen',
    group: 'select native',
    body: '<select multiple size="4"><option>1<option>2<option>3<option>4</select>',
    act: async ({ tab }) => {
      await tab.locator('option').nth(1).click()
      await tab
        .locator('option')
        .nth(3)
        .click({ modifiers: ['Control'] })
    },
    truth: [select({ 'target.role': 'listbox', mode: 'native', indices: [1, 3], options: 4, multiple: true, via: 'pointer' })],
  },
  {
    name: 'a list that shows several, by arrow keys, is one choice',
    group: 'select native',
    body: '<select size="4"><option>1<option>2<option>3<option>4</select>',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('ArrowDown')
    },
    truth: [TAB, select({ 'target.role': 'listbox', mode: 'native', options: 4, multiple: false, via: 'key' })],
  },
  {
    name: 'two lists are two choices',
    group: 'select native',
    body: '<select><option>1<option>2</select><select><option>1<option>2<option>3</select>',
    act: async ({ tab }) => {
      for (let list = 0; list < 2; list++) {
        await tab.keyboard.press('Tab')
        await tab.keyboard.press('ArrowDown')
      }
    },
    truth: [TAB, select({ indices: [1], options: 2 }), TAB, select({ indices: [1], options: 3 })],
  },
  {
    name: 'a list that a script changes is not the person’s choice',
    group: 'select native',
    body: `<button>Reset</button><select id="a"><option>1<option>2</select><script>document.querySelector('button').onclick = () => {
      a.selectedIndex = 1
      a.dispatchEvent(new Event('change', { bubbles: true }))
    }</script>`,
    act: ({ tab }) => tab.getByText('Reset').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'button' } }],
  },
]
