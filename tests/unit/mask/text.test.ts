import { describe, expect, test } from 'vitest'
import { isWording, judgeText, phraseOf, type Wording } from '../../../lib/mask/text.ts'
import type { MaskRule } from '../../../lib/trace/vocabulary.ts'

const KNOWN = new Set('mark save as new the page of of results sign in e mail settings account über uns open to next'.split(' '))
const interfaceRule: Wording = { rule: 'interface', isWord: (word) => KNOWN.has(word), phrases: [], isEcho: () => false }
const publicRule: Wording = { ...interfaceRule, rule: 'public' }
const facts = (text: string) => ({ text, userContent: false, editable: false })
const verdict = (text: string, wording = interfaceRule) => {
  const { kept, rule } = judgeText(facts(text), wording)
  return kept ?? rule
}

describe('on a site of which the interface may be kept', () => {
  test.each([
    ['Save', 'Save'],
    ['  SAVE   as\n new ', 'SAVE as new'],
    ['Save…', 'Save…'],
    ['★ Save', 'Save'],
    ['+ New', 'New'],
    ['E-mail', 'E-mail'],
    ['Über uns', 'Über uns'],
    ['Über uns', 'Über uns'],
    ['Page 3 of 12', 'Page 3 of 12'],
    ['Results (7)', 'Results (7)'],
  ])('%j is kept as %j', (text, kept) => {
    expect(verdict(text)).toBe(kept)
  })

  test.each<[string, MaskRule]>([
    ['Jane', 'unknown-word'],
    ['Save Jane', 'unknown-word'],
    ['Jane-Save', 'unknown-word'],
    ['Sa\u200bve', 'unknown-word'],
    ['***', 'unknown-word'],
    ['12', 'unknown-word'],
    ['Open Mark', 'unknown-word'],
    ['Save next.page', 'unknown-word'],
    ['保存', 'unknown-word'],
    ['Page 300', 'digits'],
    ['Page 1 of 2 of 3', 'digits'],
    ['Page ½', 'digits'],
    ['Page ٣', 'digits'],
    ['save '.repeat(7), 'too-long'],
    ['settings account settings account settings account', 'too-long'],
    ['save '.repeat(1000), 'too-long'],
    ['Save 4111 1111 1111 1111', 'detector'],
  ])('%j is masked: %s', (text, rule) => {
    expect(verdict(text)).toBe(rule)
  })

  test('words the administrator has looked at are kept, as whole phrases and in any case', () => {
    const wording = { ...interfaceRule, phrases: ['Talent Insights', 'InMail'].map(phraseOf) }
    expect(verdict('TALENT  insights', wording)).toBe('TALENT insights')
    expect(verdict('Open Talent Insights', wording)).toBe('Open Talent Insights')
    expect(verdict('New InMail', wording)).toBe('New InMail')
    expect(verdict('Talent Jane Insights', wording)).toBe('unknown-word')
    expect(verdict('Talent', wording)).toBe('unknown-word')
  })

  test('nothing is kept where content stands, nor in what can be edited', () => {
    expect(judgeText({ ...facts('Save'), userContent: true }, interfaceRule)).toEqual({ kept: null, rule: 'user-content' })
    expect(judgeText({ ...facts('Save'), editable: true }, interfaceRule)).toEqual({ kept: null, rule: 'editable' })
  })
})

describe('on a public site', () => {
  test.each([
    ['Jane Doe (2019 film)', 'Jane Doe (2019 film)'],
    ['World War II 1939–1945', 'World War II 1939–1945'],
    ['保存', '保存'],
    ['<img src=x onerror=alert(1)>', 'img src x onerror alert(1)'],
    ['=HYPERLINK("x")', 'HYPERLINK("x")'],
    ['a\u202eb\u0000c', 'a b c'],
    ['⟦button·4-8⟧', 'button·4-8'],
    ['𝕁ane', 'ane'],
  ])('%j is kept as %j', (text, kept) => {
    expect(verdict(text, publicRule)).toBe(kept)
  })

  test('a long text is kept up to a whole word', () => {
    expect(verdict('lorem '.repeat(40), publicRule)).toBe('lorem '.repeat(20).trimEnd())
  })

  test.each(['Card 4111 1111 1111 1111', 'Write to jane@example.com', `${'x '.repeat(150)}jane@example.com`, '41\u200b11 1111 1111 1111'])(
    'a detector takes all of %j away',
    (text) => {
      expect(verdict(text, publicRule)).toBe('detector')
    },
  )

  test('what can be edited and what was typed is masked all the same', () => {
    expect(judgeText({ ...facts('Jane'), editable: true }, publicRule).rule).toBe('editable')
    expect(verdict('Jane', { ...publicRule, isEcho: (text) => text === 'Jane' })).toBe('echo')
  })
})

test.each([interfaceRule, publicRule])('an exception anywhere is a mask', (wording) => {
  const broken = () => {
    throw new Error('broken')
  }
  expect(judgeText(facts('Save'), { ...wording, isEcho: broken })).toEqual({ kept: null, rule: 'error' })
  expect(judgeText(facts('Save'), { ...interfaceRule, isWord: broken })).toEqual({ kept: null, rule: 'error' })
})

test('wording begins with a letter, digit or quotation mark, and has no character that is none of language', () => {
  expect(['Save', '3 of 12', '“Save” as', '#1'].filter((text) => !isWording(text))).toEqual([])
  expect(['', ' a', '-1', '+1', '=1', '@a', '<b>', 'a\u200bb', 'a\nb', '⟦a⟧', '★', 'a'.repeat(121)].filter(isWording)).toEqual([])
})
