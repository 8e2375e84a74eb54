import { readFileSync } from 'node:fs'
import { parseMessagesText } from '@wxt-dev/i18n/build'
import { expect, test } from 'vitest'
import { PROBLEM_CODES } from '../../../lib/policy/problem-codes.ts'
import { COUNTS } from '../../../lib/trace/counts.ts'
// prettier-ignore
import {
  ACTION_KINDS, CONTROLS, DIALOG_KINDS, DIALOG_OUTCOMES, EFFECT_KINDS, ENDINGS, FIELD_KINDS, LANDMARKS, MASKED_FIELDS, MASK_RULES, NAV_CAUSES,
  SHORTCUTS,
} from '../../../lib/trace/vocabulary.ts'
import { DELIVERY_CODES } from '../../../lib/ui/delivery-codes.ts'
import { messageName } from '../../../lib/ui/message-name.ts'

const messages = parseMessagesText(readFileSync(new URL('../../../locales/en.yml', import.meta.url), 'utf8'), 'YAML')
const names = messages.map(({ key }) => key.join('_')).filter((name) => !name.startsWith('@@'))

test('a browser accepts every message name', () => {
  expect(names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([])
})

test('no two keys become the same message name', () => {
  expect(names.filter((name, place) => names.indexOf(name) < place)).toEqual([])
})

test('every code a person can meet has words', () => {
  const states = ['not-set-up', 'off-here', 'asking', 'paused', 'off-hours', 'recording', 'attention'].map((code) => `badge_${code}_title`)
  const needed = [
    ...states,
    ...Object.keys(PROBLEM_CODES).map((code) => `problem_${code}`),
    ...ACTION_KINDS.map((code) => `kind_${code}`),
    ...COUNTS.map((code) => `count_${code}`),
    ...DELIVERY_CODES.map((code) => `delivery_${code}`),
  ]
  expect(needed.map(messageName).filter((name) => !names.includes(name))).toEqual([])
})

test('no problem has words that nothing says', () => {
  const said = new Set(['other', ...Object.keys(PROBLEM_CODES).map((code) => messageName(code))])
  expect(names.filter((name) => name.startsWith('problem_') && !said.has(name.slice('problem_'.length)))).toEqual([])
})

test('badges have at most three letters', () => {
  const texts = messages.flatMap((message) =>
    message.key[0] === 'badge' && message.key[2] === 'text' && 'message' in message ? [message.message] : [],
  )
  expect(texts).toHaveLength(5)
  expect(texts.filter((text) => text.length === 0 || text.length > 3)).toEqual([])
})

test('everything that a record can say has words', () => {
  const needed = [
    ...CONTROLS.map((code) => `thing_${code}`),
    ...FIELD_KINDS.map((code) => `field_kind_${code}`),
    ...SHORTCUTS.map((code) => `shortcut_${code}`),
    ...MASK_RULES.map((code) => `rule_${code}`),
    ...MASKED_FIELDS.map((code) => `masked_field_${code.replace('.', '_')}`),
    ...ENDINGS.map((code) => `ended_${code}`),
    ...LANDMARKS.map((code) => `how_${code}`),
    ...EFFECT_KINDS.map((code) => `how_effect_${code}`),
    ...NAV_CAUSES.map((code) => `did_nav_${code}`),
    ...DIALOG_KINDS.map((code) => `dialog_kind_${code}`),
    ...DIALOG_OUTCOMES.map((code) => `did_dialog_${code}`),
  ]
  expect(needed.map(messageName).filter((name) => !names.includes(name))).toEqual([])
})
