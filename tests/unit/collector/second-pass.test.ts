import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { firstInFreeText } from '../../../collector/free-text.ts'
import { secondPass } from '../../../collector/second-pass.ts'
import { secretRule } from '../../../collector/secret-rules.ts'
import { aBatch, aSequence, aTarget, anAction } from '../../fixtures/batch.ts'
import { aBusyBatch } from '../../fixtures/busy-day.ts'
import { places, withValue } from './walk.ts'

const named = (name: string) => ({ sequences: [aSequence({ actions: [anAction('click', { target: aTarget({ name }) })] })] })
const detectorOf = (name: string) => secondPass(named(name)).findings[0]?.detector ?? null

test('every string of a sequence is looked at, but for ids, the day and origins', () => {
  const sequence = aSequence()
  const strings = [...places(sequence)].filter(({ value }) => typeof value === 'string')
  const closed = new Set(['id', 'opener', 'previous', 'sequence', 'day', 'site', 'origin'])
  const open = strings.filter(({ path }) => !closed.has(String(path.at(-1))))
  expect(open.length).toBeGreaterThan(200)
  for (const { path } of strings) {
    const planted = withValue(sequence, path, 'planted')
    const found = firstInFreeText(planted, (text) => (text === 'planted' ? 'seen' : null))
    expect(found).toEqual(closed.has(String(path.at(-1))) ? null : { path: path.map(String), answer: 'seen' })
  }
})

test('nothing fires in a busy day, nor in an action of any kind', () => {
  for (const batch of [aBatch(), ...Array.from({ length: 20 }, (_, seed) => aBusyBatch(seed))]) {
    const { clean, findings } = secondPass(batch)
    expect(findings).toEqual([])
    expect(clean).toEqual(batch.sequences)
  }
})

test('a position in a selector is no number of a person, and a port or an address of a listed site neither', () => {
  const css = 'html > body > table > tbody > tr:nth-of-type(12345) > td:nth-child(10001)'
  const target = aTarget({ locators: [{ kind: 'path', css, matches: 1, positional: true }], shadow: [css] })
  const origin = 'http://127.0.0.1:43567'
  const action = anAction('click', { target, route: { origin, path: '/', query: [] } })
  const tab = anAction('tab', { sequence: randomUUID(), route: { origin, path: '/', query: [] } })
  expect(secondPass({ sequences: [aSequence({ site: origin, actions: [action, tab] })] }).findings).toEqual([])
})

test('the first finding of each sequence is told, and each sequence judged for itself', () => {
  const [bad] = named('Call 650 253 0000').sequences
  const [worse] = named('DE89 3704 0044 0532 0130 00').sequences
  if (!bad || !worse) throw new Error('no sequences')
  const good = aSequence()
  const { clean, findings } = secondPass({ sequences: [bad, good, worse, { ...bad, id: good.id }] })
  expect(clean).toEqual([good])
  expect(findings.map(({ field, detector }) => [field, detector])).toEqual([
    ['sequences.0.actions.0.target.name', 'long-number'],
    ['sequences.2.actions.0.target.name', 'iban'],
    ['sequences.3.actions.0.target.name', 'long-number'],
  ])
})

test('the detectors of the page come before the rules of the collector', () => {
  expect(['+44 20 7946 0958', 'Password: x7', 'Employee no. 417', 'Save', '⟦button·4-8⟧'].map(detectorOf)).toEqual([
    'long-number',
    'credential',
    'numbered-person',
    null,
    null,
  ])
})

describe('rules by the name of a secret', () => {
  test.each([
    ['request-header', 'Cookie: session'],
    ['request-header', 'X-API-Key: abc'],
    ['connection-setting', 'AccountKey=abc'],
    ['connection-setting', 'User ID: sa'],
    ['stated-secret', 'Your password is hunter2'],
    ['stated-secret', 'Das Passwort lautet geheim1'],
    ['stated-secret', 'Your code is 4821'],
    ['numbered-person', 'Patient: A417'],
    ['numbered-person', 'Passport no. C01X'],
    ['numbered-person', 'Passport C01X'],
    ['numbered-person', 'Customer number 4711'],
    ['numbered-person', 'Date of birth: 4/7'],
  ])('%s: %s', (rule, text) => {
    expect(secretRule(`See (${text}) here`)).toBe(rule)
  })
})

describe('rules by the form of a secret', () => {
  test.each([
    ['connection-string', 'postgres://db.internal'],
    ['connection-string', 'mongodb+srv://cluster'],
    ['connection-string', 'jdbc:oracle:thin'],
    ['home-folder', '/home/jane'],
    ['home-folder', 'C:\\Users\\jane'],
    ['national-insurance', 'AB 12 34 56 C'],
    ['product-key', 'ABCD1-EFGH2-IJKL3-MNOP4'],
    ['coordinates', '52.5200, 13.4050'],
    ['coordinates', '52.5200° N, 13.4050'],
  ])('%s: %s', (rule, text) => {
    expect(secretRule(`See (${text}) here`)).toBe(rule)
  })
})

describe('ordinary wording passes the rules', () => {
  test.each([
    'Cookies and privacy',
    'Cookie settings',
    'Your password is too short',
    'Password is required',
    'Secret is out',
    'Patient records',
    'Patients: 12',
    'Passport control',
    'Account number',
    'Employee of the month 2024',
    'Home / Users / Settings',
    'ISO-9001-2015',
    'COVID-19 in 2020-2021',
    'WORLD-WIDE-WEB',
    '52.52, 13.40',
    'Postgres and MySQL',
    'PAGE 12 34',
    'Code is 100% covered',
  ])('%s', (text) => {
    expect(secretRule(text)).toBeNull()
  })
})
