import { describe, expect, test } from 'vitest'
import { othersAmong, writtenBy } from '../../../lib/mask/keys.ts'

const buttons = (texts: readonly string[]) => texts.map((text) => ({ text, button: true }))
const others = (...texts: string[]) => othersAmong(buttons(texts))
const PHRASE = 'abandon brisk copper dolphin ember fabric glove harvest island jungle kitten lemon'.split(' ')

describe('what a key writes', () => {
  test.each([
    ['7', '7'],
    ['Digit 7', '7'],
    ['2 ABC', '2'],
    ['٣', '٣'],
    ['q', 'q'],
    ['Shift', ''],
    ['⌫', ''],
    ['copper', 'copper'],
    ['ábaco'.normalize('NFD'), 'ábaco'.normalize('NFD')],
  ])('%j writes %j', (text, written) => {
    expect(writtenBy({ text, button: true })).toBe(written)
  })

  test.each(['Save', 'Copper', 'sign in', '42', 'e-mail', 'snake_case', '保存'])('%j is no key', (text) => {
    expect(writtenBy({ text, button: true })).toBeNull()
  })

  test('a word that is a link, a tab or an entry of a menu is none', () => {
    expect(writtenBy({ text: 'copper', button: false })).toBeNull()
  })
})

describe('a pad', () => {
  test('of digits, with the keys beside them', () => {
    expect(others(...'7052849163', 'Delete', 'OK')).toBe(0)
    expect(others(...'7052849163', 'Help')).toBe(1)
  })

  test('of letters', () => {
    expect(others(...'qwertyuiop', 'Shift')).toBe(0)
  })

  test('of the words of a phrase, some of which are words of interfaces', () => {
    expect(others(...PHRASE)).toBe(0)
    expect(others(...PHRASE.slice(0, 8), 'action', 'label', 'media', 'video', 'Confirm')).toBe(1)
  })
})

describe('no pad', () => {
  test('pages, stars, the days of a week, the days of a month', () => {
    expect(others(...'12345', 'Next')).toBeNull()
    expect(others(...'MTWTFSS')).toBeNull()
    expect(others(...Array.from({ length: 31 }, (_, day) => String(day + 1)))).toBeNull()
  })

  test('a toolbar in lower case, in words of interfaces', () => {
    expect(others('edit', 'copy', 'share', 'print', 'download', 'archive', 'delete', 'move', 'rename', 'close', 'acorn')).toBeNull()
  })

  test('filters and names, which have a capital, and links, tabs and menus', () => {
    expect(others(...PHRASE.map((word) => word.replace(/^./, (letter) => letter.toUpperCase())))).toBeNull()
    expect(othersAmong(PHRASE.map((text) => ({ text, button: false })))).toBeNull()
  })

  test('a few choices, and one that is named many times', () => {
    expect(others(...PHRASE.slice(0, 7))).toBeNull()
    expect(others(...PHRASE.map(() => 'remove'))).toBeNull()
    expect(others(...PHRASE.map(() => 'acorn'))).toBeNull()
  })

  test('some words among many other buttons', () => {
    expect(others(...PHRASE.slice(0, 8), ...PHRASE.map((word) => `Open ${word}`))).toBeNull()
  })
})
