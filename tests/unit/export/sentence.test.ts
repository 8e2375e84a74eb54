import { expect, test } from 'vitest'
import { sentence } from '../../../export/timeline/sentence.ts'
import type { Action } from '../../../lib/trace/action.ts'
import type { Target } from '../../../lib/trace/target.ts'
import { aTarget, anAction } from '../../fixtures/batch.ts'
import { SECRET_FIELD_KINDS } from '../../../lib/trace/vocabulary.ts'
import { inWords } from './page.ts'

const nothing: Partial<Target> = { name: null, landmarks: [], anchor: null }
const plain = aTarget({ ...nothing })
const field = aTarget({ ...nothing, control: 'text-field' })
const secret = { field: 'password', inserts: null, deletes: null, pauses: null, length: null, cleared: null, durationMs: null } as const

test.each<[Action, string]>([
  [
    anAction('click', { target: aTarget({ landmarks: ['banner', 'navigation'], anchor: null }), modifiers: [] }),
    'Clicked a button [name of 4–8 characters] in the navigation',
  ],
  [anAction('click', { target: plain, count: 2, modifiers: ['ctrl', 'shift'] }), 'Double-clicked a button, holding Ctrl and Shift'],
  [anAction('click', { target: plain, button: 'secondary', modifiers: [], via: 'key' }), 'Right-clicked a button, with the keyboard'],
  [
    anAction('click', {
      target: aTarget({ ...nothing, anchor: { kind: 'row', index: 2, count: 12, name: null }, landmarks: ['main'] }),
      modifiers: [],
    }),
    'Clicked a button in the main part, row 3 of 12',
  ],
  [
    anAction('click', { target: aTarget({ ...nothing, control: 'other', role: 'heading', name: '⟦other⟧' }), modifiers: [] }),
    'Clicked a heading [name]',
  ],
  [anAction('check', { target: aTarget({ ...nothing, control: 'checkbox' }), via: 'pointer' }), 'Ticked a checkbox'],
  [
    anAction('check', { target: aTarget({ ...nothing, control: 'switch' }), checked: false, via: 'key' }),
    'Switched off a switch, with the keyboard',
  ],
  [anAction('type', { target: field, via: ['keys'] }), 'Typed into a search field: [text of 4–8 characters], by keys, with 1–3 pauses'],
  [anAction('type', { target: field, via: ['keys'], pauses: '0' }), 'Typed into a search field: [text of 4–8 characters], by keys'],
  [
    anAction('type', { target: field, cleared: true, length: '0', via: ['keys', 'paste'], pauses: null }),
    'Emptied a search field, by keys and pasting',
  ],
  [anAction('type', { target: field, ...secret }), 'Typed into a password field: [secret, nothing kept]'],
  [anAction('press', { target: field }), 'Pressed Enter in a text field'],
  [
    anAction('press', { target: plain, key: 'PageDown', modifiers: ['alt'], repeat: 4 }),
    'Pressed Alt + Page down and held it for 4 repeats on a button',
  ],
  [anAction('press', { target: null, key: null, shortcut: 'save', modifiers: ['ctrl'] }), 'Used the shortcut to save'],
  [
    anAction('select', { mode: 'native', target: aTarget({ ...nothing, control: 'select' }), option: null, via: 'pointer' }),
    'Chose option 3 of 12, Newest first in a drop-down list',
  ],
  [
    anAction('select', { target: plain, indices: [0, 2, 4], labels: [null, 'Price', '⟦option·4-8⟧'], option: null, via: 'pointer' }),
    'Chose options 1, 3 and 5 of 12, Price in a button',
  ],
  [anAction('select', { target: plain, indices: [], labels: [], option: null, via: 'pointer' }), 'Chose none of 12 in a button'],
  [anAction('select', { target: plain, via: 'pointer' }), 'Chose an option Newest first, number 3 of 12, in a button'],
  [
    anAction('select', { target: plain, labels: [null], via: 'key' }),
    'Chose an option [name of 9–20 characters], number 3 of 12, in a button, with the keyboard',
  ],
  [
    anAction('select', {
      target: plain,
      option: aTarget({ ...nothing, role: 'treeitem', control: 'other' }),
      indices: [],
      labels: [],
      via: 'pointer',
    }),
    'Chose a tree entry in a button',
  ],
  [anAction('set', { target: plain }), 'Set a slider to 70 % of its range'],
  [anAction('set', { target: plain, control: 'date', position: null }), 'Set a date'],
  [anAction('scroll', { target: null }), 'Scrolled down by 600 px, with the wheel'],
  [
    anAction('scroll', {
      target: aTarget({ ...nothing, control: 'listbox', tag: 'ul' }),
      from: { x: 100, y: 900 },
      to: { x: 0, y: 0 },
      cause: 'touch',
    }),
    'Scrolled a list up by 900 px and left by 100 px, by touch',
  ],
  [anAction('scroll', { target: null, from: null, cause: 'anchor' }), 'Scrolled to 800 px from the top, by a link within the page'],
  [anAction('scroll', { target: null, cause: null }), 'Scrolled down by 600 px'],
  [anAction('scroll', { target: null, cause: null, from: null }), 'Scrolled to 800 px from the top'],
  [anAction('scroll', { target: null, cause: null, from: { x: 0, y: 800 } }), 'Scrolled to about where it began'],
  [anAction('drag', { target: plain, destination: field }), 'Dragged a button onto a text field'],
  [anAction('drag', { target: plain, destination: null }), 'Dragged a button out of the page'],
  [anAction('hover', { target: plain }), 'Rested the pointer on a button for 0.7 s, which revealed 6 elements'],
  [anAction('hover', { target: plain, dwellMs: null }), 'Rested the pointer on a button, which revealed 6 elements'],
  [anAction('upload', { target: plain }), 'Chose [1–3 files] (documents and images) for a button'],
  [anAction('clip', { target: plain }), 'Copied [content] from a button'],
  [anAction('clip', { target: field, operation: 'paste', source: 3 }), 'Pasted [content] into a text field, copied at step 4'],
  [anAction('nav'), 'Moved to another page of the site by a link'],
  [anAction('tab', { to: 'outside' }), 'Switched to a tab with a site that is [not recorded]'],
  [anAction('dialog', { outcome: 'dismissed' }), 'Dismissed a message or question of the page'],
])('an action reads as a sentence', (action, words) => {
  expect(inWords(sentence(action).html)).toBe(words)
})

test.each(SECRET_FIELD_KINDS)('a secret field of kind %s is named, and nothing typed into it', (kind) => {
  expect(inWords(sentence(anAction('type', { ...secret, target: field, field: kind })).html)).toMatch(
    /^Typed into an? [\w-]+ field: \[secret, nothing kept\]$/i,
  )
})
