/** Of what a mark is taken, and of what never: described in a real page, by the recorder's own code. */
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sizeOfMark } from '../../lib/mask/mark.ts'
import { Target } from '../../lib/trace/target.ts'
import { MARK_BITS } from '../../lib/trace/mark.ts'
import { bundledPages } from '../fixtures/bundled-pages.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const WORDS = readFileSync(join(ROOT, 'public/lexicon/en.txt'), 'utf8')

/** `typed` stands for what the person has typed here before; null that something came in that cannot be read. */
const ENTRY = `
import { keypadAround } from '${ROOT}lib/capture/keypad.ts'
import { complete } from '${ROOT}lib/capture/completion.ts'
import { describe } from '${ROOT}lib/capture/target.ts'
import { wordingOf } from '${ROOT}lib/capture/wording.ts'
import { openEchoes } from '${ROOT}lib/mask/echo.ts'
import { wordList } from '${ROOT}lib/mask/word-list.ts'
globalThis.keep = (words, typed) => {
  const site = { match: '', text: 'interface', unmask: [], phrases: [], routes: [] }
  const echoes = openEchoes()
  if (typed === null) echoes.distrust()
  else echoes.note({}, typed)
  const element = document.querySelector('[data-place]')
  element.removeAttribute('data-place')
  const pad = keypadAround(element)
  const { target } = describe(pad ?? element, null, wordingOf(site, wordList(words), echoes), pad !== null)
  complete(target)
  return target
}
`

const open = bundledPages(ENTRY)

async function keep(html: string, typed: string | null = ''): Promise<Target> {
  const page = await open(html)
  const kept = Target.parse(await page.evaluate(`keep(${JSON.stringify(WORDS)}, ${JSON.stringify(typed)})`))
  await page.close()
  return kept
}

const marksOf = ({ item, marks }: Target) =>
  [item?.key?.mark, item?.order ?? undefined, ...Object.values(marks)].filter((mark) => mark !== undefined)

const T = 'data-place'
const rows = (name: string, button: string) =>
  `<table><tr><td>${name}</td><td>${button}</td></tr><tr><td>Birch</td><td><button>Edit</button></td></tr><tr><td>Hazel</td><td><button>Edit</button></td></tr></table>`
const ROWS = rows('Alder', `<button ${T}>Edit</button>`)
/** Rows that differ in nothing but this. */
const each = (cell: (name: string) => string) =>
  `<table>${['Elm', 'Alder', 'Chestnut'].map((name, at) => `<tr><td>${cell(name)}</td><td><button ${at === 0 ? T : ''}>Edit</button></td></tr>`).join('')}</table>`
/** Everything about it may not be kept, and all of it is different. */
const ALL_MASKED = `<h2>Zxqw fjord</h2><ul><li>Alder <a href="/alder" id="vbnm" name="qwop" ${T}>Plum vortex</a></li><li>Birch <a href="/birch">Quince</a></li></ul>`

test('a row has one, of what tells it from the others', async () => {
  expect(await keep(ROWS)).toMatchObject({ item: { index: 0, count: 3, key: { part: 0 } }, name: 'Edit', marks: {} })
})

test('all marks of a target tell no more than a target may', async () => {
  const target = await keep(ALL_MASKED)
  const bits = marksOf(target).reduce((sum, mark) => sum + sizeOfMark(mark), 0)
  expect([marksOf(target).length > 1, bits]).toEqual([true, MARK_BITS])
})

test('the number of a thing is what a row is known by', async () => {
  const { item } = await keep(each((name) => `INV-${name.length}`))
  expect(item?.key?.mark).toMatch(/^#[ox]{10}$/)
})

test('what it is called has no mark of its own where that is the key', async () => {
  expect(await keep(`<ul><li><a href="#" ${T}>Alder</a></li><li><a href="#">Birch</a></li></ul>`)).toMatchObject({
    item: { key: { isName: true } },
    marks: {},
  })
})

test('the query of a link has none', async () => {
  const { marks } = await keep(`<a href="/a?q=alder" ${T}>Go</a>`)
  expect(marks.link).toBeDefined()
  expect((await keep(`<a href="/a?q=birch" ${T}>Go</a>`)).marks).toEqual(marks)
})

const NONE: [what: string, html: string, typed: string | null][] = [
  ['what was typed', ROWS, 'Alder'],
  ['anything, where something came in that cannot be read', ALL_MASKED, null],
  ['a number of an account', rows('DE89 3704 0044 0532 0130 00', `<button ${T}>Edit</button>`), ''],
  ['a number alone', each((name) => String(name.length * 1111)), ''],
  ['an amount', each((name) => `Salary ${name.length},500`), ''],
  ['an address of somebody', rows('jane@example.com', `<button ${T}>Edit</button>`), ''],
  ['what is in fields', each((name) => `<input value="${name}">`), ''],
  ['what can be edited', each((name) => `<div contenteditable>${name}</div>`), ''],
  ['options of a list', each((name) => `<select><option>${name}</option></select>`), ''],
  [
    'a key of a pad',
    `<ul>${Array.from({ length: 10 }, (_, digit) => `<li><button ${digit === 4 ? T : ''}>${digit}</button></li>`).join('')}</ul>`,
    '',
  ],
]
for (const [what, html, typed] of NONE)
  test(`there is none of ${what}`, async () => {
    const { item, ...others } = await keep(html, typed)
    // The order of rows that read the same is a mark of the words in them, which are those of buttons.
    expect(marksOf({ item: item && { ...item, order: null }, ...others })).toEqual([])
  })

test('the order of a list has none where one of its texts was typed', async () => {
  const list = `<table>${['Alder', 'Alder', 'Birch'].map((name, at) => `<tr><td>${name}</td><td><button ${at === 0 ? T : ''}>Edit</button></td></tr>`).join('')}</table>`
  expect((await keep(list)).item).toMatchObject({ key: null, order: expect.stringMatching(/^#[ox]{6}$/) })
  expect((await keep(list, 'Birch')).item).toMatchObject({ key: null, order: null })
})
