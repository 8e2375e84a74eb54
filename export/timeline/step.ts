import type { Action, MaskEntry } from '../../lib/trace/action.ts'
import type { Sequence } from '../../lib/trace/schema.ts'
import type { Route } from '../../lib/trace/target.ts'
import type { MaskRule, MaskedField, Pause, Unreplayable } from '../../lib/trace/vocabulary.ts'
import { effectInWords } from './effects.ts'
import { GROUP_OF } from './group.ts'
import { hidden } from './hidden.ts'
import { html, type Content, type Html } from './html.ts'
import { icon } from './icon.ts'
import { sentence } from './sentence.ts'
import { wireframe } from './wireframe.ts'
import { KIND_NAMES, clock } from './words.ts'

const FIELDS: Record<MaskedField, string> = {
  'target.name': 'name',
  'target.anchor': 'name of what is around it',
  'target.heading': 'heading above it',
  'target.locators': 'identifiers',
  target: 'target',
  route: 'address',
  field: 'text',
  labels: 'options',
  option: 'option',
  destination: 'place it was dropped on',
  pointer: 'pointer path',
}
const RULES: Record<MaskRule, string> = {
  'name-masked': 'masked',
  'unknown-word': 'masked: a word that is not one of interfaces',
  'user-content': 'masked: content of a list or table',
  digits: 'masked: numbers',
  'too-long': 'masked: too long for a label',
  echo: 'masked: repeats what was typed',
  detector: 'masked: looks like data of somebody',
  editable: 'masked: can be edited',
  'identifier-masked': 'masked',
  'segment-masked': 'partly masked',
  'secret-field': 'not kept in a secret field',
  keypad: 'the pad stands for its keys',
  'closed-shadow': 'closed to the recorder',
  cap: 'cut at the limit',
  error: 'left out after a fault',
}
const UNREPLAYABLE: Record<Unreplayable, string> = {
  'no-target': 'has no target',
  'text-needed': 'needs a text',
  'positional-only': 'known by position only',
  outside: 'leads outside',
  'file-needed': 'needs a file',
}

/** host/path?key, with a mark for every part that is not kept. */
function address({ origin, path, query }: Route): Html {
  const parts = path.split(/(:[a-z]+|\*)/).map((part) => (/^[:*]/.test(part) ? hidden('…') : part))
  const keys = query.map((key, index) => [index === 0 ? '?' : '&', key, '=', hidden('…')])
  return html`<span class="address">${origin.replace(/^https?:\/\//, '')}${parts}${keys}</span>`
}

function locator({ target }: Action): Content {
  const [best] = target?.locators ?? []
  if (!best) return null
  const shadow = target?.shadow.length ? 'in a shadow root, ' : ''
  const matches = best.matches === 1 ? 'unique' : `${best.matches} matches`
  return html`<span><code>${best.css}</code> <small>${shadow}${matches}${best.positional ? ', by position' : ''}</small></span>`
}

/** The name's mark stands in the sentence already. */
const isShown = ({ field, rule }: MaskEntry) =>
  !(field === 'target.name' && rule === 'name-masked') && !(field === 'field' && rule === 'secret-field')

function notes({ seq, frame, wait, masking, causedBy, effects, replayable, reason }: Action, sequence: Sequence): Html[] {
  const link = (number: number) => html`<a href="#${sequence.id}-${number}">step ${number + 1}</a>`
  return [
    ...(wait === null || wait === '0-1s' || seq === 0 ? [] : [html`<span>the page took ${seconds(wait)}</span>`]),
    ...(causedBy === null ? [] : [html`<span>followed from ${link(causedBy)}</span>`]),
    ...effects.map((effect) =>
      effect.action === null ? html`<span>${effectInWords(effect)}</span>` : html`<span>led to ${link(effect.action)}</span>`,
    ),
    ...(frame.length > 0 ? [html`<span>in an embedded page</span>`] : []),
    ...masking.filter(isShown).map(({ field, rule }) => html`<span>${FIELDS[field]} ${hidden(RULES[rule])}</span>`),
    ...(replayable ? [] : [html`<span>not replayable${reason ? `: ${UNREPLAYABLE[reason]}` : ''}</span>`]),
  ]
}

/** Shorter waits are how people work; from 3 s on one stopped to read or think. */
const isLong = ({ pause }: Action) => pause !== null && pause !== '0-1s' && pause !== '1-3s'

/** "3–10 s" and "over 30 s", with blanks that do not break. */
const seconds = (pause: Pause) =>
  pause.replace('-', '–').replace(/^(.*?)s(\+?)$/, (_, range, more) => `${more && 'over\u00a0'}${range}\u00a0s`)

/** When it was and after what hesitation; without a clock only which step it was, as other steps call it. */
function when(action: Action): Html {
  const { seq, t, pause } = action
  if (pause === null) return html`<span class="order">step ${seq + 1}</span>`
  const waited = `${isLong(action) ? 'waited' : 'after'} ${seconds(pause)}`
  return html`<time>${clock(t)}</time><span class="${isLong(action) ? 'pause long' : 'pause'}">${seq === 0 ? 'start' : waited}</span>`
}

/** One line of the timeline. The address is shown where it is not that of the line before. */
export function step(action: Action, before: Action | undefined, sequence: Sequence): Html {
  const { seq, kind, route } = action
  const moved = !before || JSON.stringify(before.route) !== JSON.stringify(route)
  return html`<li id="${sequence.id}-${seq}" class="step ${GROUP_OF[kind]}${isLong(action) && seq > 0 ? ' waited' : ''}">
    <div class="when">${when(action)}</div>
    <div class="mark">${icon(kind)}<span class="spoken">${KIND_NAMES[kind][0]}</span></div>
    <div class="what">
      <p>${sentence(action)}</p>
      <p class="details">${moved ? address(route) : null}${locator(action)}${notes(action, sequence)}</p>
    </div>
    ${wireframe(action, sequence.viewport)}
  </li>`
}
