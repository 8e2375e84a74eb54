/** Whole applications: the demo's network of people (Bootstrap and Tom Select) and its wiki (TiddlyWiki). */
import type { Situation } from '../../intents/situation.ts'
import { BY_KEY, check, choose, click, open, press, turn, type } from './meant.ts'

/** The application is visited from an empty page. */
const ARRIVAL = { kind: 'nav' as const }
const EMPTY = ''

const PEOPLE: Situation[] = [
  {
    name: 'a post is liked, and another one written',
    group: 'demo: people',
    body: EMPTY,
    act: async ({ tab, here, arrive }) => {
      await arrive(() => tab.goto(new URL('/people', here('')).href))
      await tab.locator('article').first().getByRole('button', { name: 'Like' }).click()
      await tab.locator('button[aria-pressed=true]').waitFor()
      await tab.getByRole('textbox', { name: 'Start a post' }).click()
      await tab.keyboard.type('A new post')
      await tab.getByRole('button', { name: 'Post', exact: true }).click()
      await tab.getByRole('article').filter({ hasText: 'A new post' }).waitFor()
    },
    truth: [ARRIVAL, turn('button'), click('textbox'), type('textbox', { field: 'multiline' }), click('button')],
  },
  {
    name: 'a search with every kind of field',
    group: 'demo: people',
    body: EMPTY,
    act: async ({ tab, here, arrive }) => {
      await arrive(() => tab.goto(new URL('/search', here('')).href))
      await tab.getByRole('combobox', { name: 'Seniority' }).focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('listbox', { name: 'Skills' }).locator('option', { hasText: 'Design' }).click()
      await tab.getByRole('combobox', { name: 'Location' }).click()
      await tab.keyboard.type('har')
      await tab.locator('.ts-dropdown .option').nth(1).waitFor({ state: 'detached' })
      await tab.locator('.ts-dropdown .option', { hasText: 'North Harbour' }).click()
      await tab.locator('.ts-dropdown').waitFor({ state: 'hidden' })
      await tab.locator('label', { hasText: 'Open to work' }).click()
      await tab.getByRole('checkbox', { name: 'Works remotely' }).click()
      await tab.locator('label', { hasText: '2nd degree' }).click()
    },
    truth: [
      ARRIVAL,
      { kind: 'select', fields: { mode: 'native', indices: [1], via: 'key' } },
      { kind: 'select', fields: { mode: 'native', multiple: true, via: 'pointer' } },
      open('combobox'),
      type('combobox'),
      choose('combobox', 0, 1, 3),
      check('checkbox', true, 'label'),
      check('checkbox', true),
      check('radio', true, 'label'),
    ],
  },
  {
    name: 'an item of the menu of a result, by mouse and by keyboard',
    group: 'demo: people',
    body: EMPTY,
    act: async ({ tab, here, arrive }) => {
      const card = tab.getByRole('article').first()
      await arrive(() => tab.goto(new URL('/search', here('')).href))
      await card.getByRole('button', { name: 'More' }).click()
      await card.getByRole('menuitem', { name: 'Save to list' }).click()
      await tab.getByText('Save to list: done').waitFor()
      await card.getByRole('button', { name: 'More' }).focus()
      await tab.keyboard.press('ArrowDown')
      await card.getByRole('menuitem').first().and(tab.locator(':focus')).waitFor()
      await tab.keyboard.press('Enter')
      await card.getByRole('menu').waitFor({ state: 'hidden' })
    },
    truth: [
      ARRIVAL,
      open('button'),
      { kind: 'select', fields: { 'target.role': 'button', mode: 'aria', causedBy: 1 } },
      press('ArrowDown', 'button'),
      { kind: 'select', fields: { 'target.role': 'button', mode: 'aria', indices: [0], causedBy: 3, ...BY_KEY } },
    ],
  },
]

const WIKI: Situation[] = [
  {
    name: 'a page is searched for and opened',
    group: 'demo: wiki',
    body: EMPTY,
    act: async ({ tab, beside, arrive }) => {
      await arrive(() => tab.goto(new URL('/', beside('')).href))
      await tab.locator('.tc-search input[type=search]').click()
      await tab.keyboard.type('transclusion')
      await tab.locator('.tc-search-drop-down').getByRole('link', { name: 'Transclusion', exact: true }).first().click()
      await tab.getByRole('heading', { level: 2, name: 'Transclusion', exact: true }).waitFor()
    },
    truth: [
      { ...ARRIVAL, sequence: 1 },
      { ...click('searchbox'), sequence: 1 },
      { ...type('searchbox'), sequence: 1 },
      { ...click('link'), sequence: 1 },
    ],
  },
  {
    name: 'tabs of the side bar, and a menu of the page',
    reason: 'The tab that was used is not there any more when it is looked at.',
    group: 'demo: wiki',
    body: EMPTY,
    act: async ({ tab, beside, arrive }) => {
      await arrive(() => tab.goto(new URL('/', beside('')).href))
      await tab.locator('.tc-sidebar-lists').getByRole('tab', { name: 'Recent' }).click()
      await tab.locator('.tc-sidebar-lists').getByRole('tab', { name: 'More' }).click()
      await tab.locator('.tc-sidebar-lists').getByRole('tab', { name: 'Tags' }).click()
      await tab.locator('.tc-tiddler-view-frame').first().getByRole('button', { name: 'close', exact: true }).click()
    },
    truth: [
      { ...ARRIVAL, sequence: 1 },
      { ...turn('tab'), sequence: 1 },
      { ...turn('tab'), sequence: 1 },
      { ...turn('tab'), sequence: 1 },
      { ...click('button'), sequence: 1 },
    ],
  },
]

export const DEMO_APPLICATIONS: readonly Situation[] = [...PEOPLE, ...WIKI]
