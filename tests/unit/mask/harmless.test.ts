/** What detectors must leave alone, or they would take from the agent what it needs. */
import { describe, expect, test } from 'vitest'
import { detect } from '../../../lib/mask/detect.ts'
import { maskName } from '../../../lib/mask/name.ts'
import * as vocabulary from '../../../lib/trace/vocabulary.ts'

describe('ordinary wording of interfaces passes', () => {
  test.each([
    'Save',
    'Sign in',
    'Forgot password?',
    'Password',
    'Password:',
    'Reset token',
    'PIN',
    'Pin to sidebar',
    'Shopping: new list',
    'Author: all',
    'Tokens used: few',
    'Area code',
    '3 of 12',
    '1,234 results',
    '1–50 of 1,204',
    'Results 1,001–1,100 of 5,000',
    '12 items · 4 unread',
    'Page 3/12',
    '10:30–11:45',
    '12:30:45',
    '24/7',
    '50 %',
    '$12,345.67',
    '12.5K stars',
    'version 5.4.1',
    'Version 10.15.7',
    'UTF-8',
    'IPv4/IPv6 dual stack',
    'std::before',
    '::after',
    'Foo::bar',
    '@media',
    '@everyone',
    'newTabURLBarIconBoxText',
    'x2x2x2x2x2x2x2x2',
    'https://example.com/docs/start',
    'Look (at) that. Really',
    '½ cup',
    '2024年',
    '٢٠٢٤',
    'خيارات البحث',
    '検索オプション',
    '😀 React',
    '',
  ])('%s', (text) => {
    expect(detect(text)).toBeNull()
  })
})

describe('ordinary wording of an encyclopedia passes', () => {
  test.each([
    'Section 2.1',
    'Chapter 12',
    'ISO 9001',
    '2024-2025',
    '2023/24',
    'World War II 1939–1945',
    'World War 2 (1939–1945)',
    '1914–1918, 1939–1945',
    'Apollo 11 (1969)',
    'Jan 1, 2024',
    '18 April 1955 – 14 March 1979',
    '6,912,345 articles',
    'Act IV, Scene 2',
    '1.5–2.5 km',
    'Section 1.2.3.4.5',
    '52°31′N 13°24′E',
    '1920×1080',
    'C12H22O11',
    'Influenza A virus subtype H5N1',
    'COVID-19',
    'Boeing 747-400',
    'Bearer bonds',
    'The Secret Garden',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    '§ 242 BGB',
  ])('%s', (text) => {
    expect(detect(text)).toBeNull()
  })
})

test('what costs more than it saves is masked all the same', () => {
  // Each of these has the form of something else: a postcode, a date of birth, an address of a machine.
  expect(['ISO 27001', '10000 results', '2024-01-15', 'Chrome 120.0.6099.109'].map(detect)).toEqual([
    'digit-run',
    'digit-run',
    'long-number',
    'long-number',
  ])
})

test('no word or placeholder of the data model is taken for a secret', () => {
  const words = Object.values(vocabulary).flatMap((value) => (Array.isArray(value) ? value : []))
  const placeholders = vocabulary.CONTROLS.flatMap((control) => [null, 2, 5, 15, 99].map((length) => maskName(control, length) ?? ''))
  expect(words.length).toBeGreaterThan(300)
  expect([...words, ...placeholders].filter((text) => detect(text) !== null)).toEqual([])
})
