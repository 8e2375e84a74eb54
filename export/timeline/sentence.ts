/** An action as a sentence that somebody who has never seen the format reads without thinking. */
import type { Action } from '../../lib/trace/action.ts'
import type { Target } from '../../lib/trace/target.ts'
import { SECRET_FIELD_KINDS, type Activation, type ActionKind, type ScrollCause, type TypingSource } from '../../lib/trace/vocabulary.ts'
import { hidden, nameOf } from './hidden.ts'
import { html, type Content, type Html } from './html.ts'
import { FIELDS, MODIFIER_KEYS, SHORTCUTS, duration, keyName, listed, place, sized, thing } from './words.ts'

type Of<K extends ActionKind> = Extract<Action, { kind: K }>

/** "a button ▨4–8 characters▨ in the navigation" */
function named(target: Target | null, called?: string): Content {
  if (!target) return called ?? 'the page'
  const where = place(target)
  return [called ?? thing(target), target.name ? html` ${nameOf(target.name)}` : '', where && ` ${where}`]
}

const VIA: Record<Activation, string> = {
  pointer: '',
  key: ', with the keyboard',
  label: ', by its label',
  implicit: ', by submitting the form',
}

const holding = (modifiers: Of<'click'>['modifiers']) =>
  modifiers.length > 0 ? `, holding ${listed(modifiers.map((key) => MODIFIER_KEYS[key]))}` : ''

function click({ button, count, modifiers, via, target }: Of<'click'>): Content {
  const times = ['', 'Clicked ', 'Double-clicked ', 'Triple-clicked '][count] ?? 'Clicked '
  const verb = { primary: times, middle: 'Middle-clicked ', secondary: 'Right-clicked ' }[button]
  return [verb, named(target), VIA[via], holding(modifiers)]
}

function check({ checked, via, target }: Of<'check'>): Content {
  const [on, off] = target?.control === 'switch' ? ['Switched on ', 'Switched off '] : ['Ticked ', 'Unticked ']
  return [target?.control === 'radio' ? 'Picked ' : checked ? on : off, named(target), VIA[via]]
}

const SOURCES: Record<TypingSource, string> = {
  keys: 'keys',
  ime: 'an input method',
  paste: 'pasting',
  autofill: 'autofill',
  drop: 'dropping',
  voice: 'voice',
  unknown: 'unknown means',
}

function type({ field, via, length, cleared, pauses, target }: Of<'type'>): Content {
  const where = target ? place(target) : ''
  const into = [`Typed into ${FIELDS[field]}`, where && ` ${where}`]
  if (SECRET_FIELD_KINDS.some((kind) => kind === field)) return [into, ': ', hidden('secret, nothing kept')]
  const by = via.length > 0 ? `, by ${listed(via.map((source) => SOURCES[source]))}` : ''
  const how = pauses === null || pauses === '0' ? by : `${by}, with ${sized(pauses, 'pauses')}`
  if (cleared) return [`Emptied ${FIELDS[field]}`, where && ` ${where}`, how]
  return [into, ': ', hidden(length ? `text of ${sized(length)}` : 'text'), how]
}

const isWrittenIn = ({ control }: Target) => control === 'text-field' || control === 'editor' || control === 'date'

function press({ key, shortcut, modifiers, repeat, target }: Of<'press'>): Content {
  const keys = [...modifiers.map((name) => MODIFIER_KEYS[name]), key ? keyName(key) : '']
  const what = shortcut ? `Used ${SHORTCUTS[shortcut]}` : `Pressed ${keys.filter((name) => name !== '').join(' + ')}`
  return [
    what,
    repeat > 1 ? ` and held it for ${repeat} repeats` : '',
    target ? [isWrittenIn(target) ? ' in ' : ' on ', named(target)] : '',
  ]
}

function select({ mode, indices, options, labels, option, via, target }: Of<'select'>): Content {
  const chosen = indices.map((index) => index + 1)
  const which = chosen.length === 0 ? 'none' : `option${chosen.length > 1 ? 's' : ''} ${listed(chosen)}`
  const from = mode === 'datalist' ? [' from the suggestions of ', named(target)] : [' in ', named(target)]
  const kept = labels.filter((label) => label !== null && !label.startsWith('⟦'))
  if (!option) return [`Chose ${which} of ${options}`, kept.map((label) => html`, ${nameOf(label ?? '')}`), from, VIA[via]]
  // An element of the page: what it is says more than its number.
  const name = kept[0] ?? option.name
  const number = chosen.length > 0 ? `, number ${listed(chosen)} of ${options},` : ''
  return ['Chose ', thing(option), name ? html` ${nameOf(name)}` : '', number, from, VIA[via]]
}

function set({ control, position, via, target }: Of<'set'>): Content {
  const to = position === null ? '' : ` to ${position * 10} % of its range`
  return [
    'Set ',
    named(
      target,
      { range: 'a slider', slider: 'a slider', date: 'a date', time: 'a time', color: 'a colour', number: 'a number' }[control],
    ),
    to,
    VIA[via],
  ]
}

const SCROLLED: Record<ScrollCause, string> = {
  wheel: ', with the wheel',
  key: ', with the keyboard',
  bar: ', with the scroll bar',
  touch: ', by touch',
  anchor: ', by a link within the page',
}

function scroll({ cause, from, to, target }: Of<'scroll'>): Content {
  const what = target && !['html', 'body', 'main'].includes(target.tag) ? [' ', named(target)] : ''
  const how = cause === null ? '' : SCROLLED[cause]
  if (!from) return ['Scrolled', what, ` to ${to.y} px from the top${how}`]
  const [right, down] = [to.x - from.x, to.y - from.y]
  const ways = [
    down && `${down > 0 ? 'down' : 'up'} by ${Math.abs(down)} px`,
    right && `${right > 0 ? 'right' : 'left'} by ${Math.abs(right)} px`,
  ]
  // Positions are coarse, and an export without rhythm joins what went away and back.
  return ['Scrolled', what, ` ${listed(ways.filter((way) => way !== 0)) || 'to about where it began'}${how}`]
}

function drag({ destination, target }: Of<'drag'>): Content {
  return ['Dragged ', named(target), destination ? [' onto ', named(destination)] : ' out of the page']
}

function hover({ dwellMs, revealed, target }: Of<'hover'>): Content {
  const showed = revealed > 0 ? `, which revealed ${revealed} element${revealed > 1 ? 's' : ''}` : ''
  return ['Rested the pointer on ', named(target), dwellMs === null ? '' : ` for ${duration(dwellMs)}`, showed]
}

const CLASSES: Record<Of<'upload'>['classes'][number], string> = {
  image: 'images',
  document: 'documents',
  spreadsheet: 'spreadsheets',
  archive: 'archives',
  media: 'audio or video',
  code: 'code',
  other: 'others',
}

function upload({ files, classes, via, target }: Of<'upload'>): Content {
  const kinds = classes.length > 0 ? ` (${listed(classes.map((name) => CLASSES[name]))})` : ''
  return [via === 'drop' ? 'Dropped ' : 'Chose ', hidden(sized(files, 'files')), `${kinds} for `, named(target)]
}

function clip({ operation, source, target }: Of<'clip'>): Content {
  if (operation !== 'paste') return [operation === 'copy' ? 'Copied ' : 'Cut ', hidden('content'), ' from ', named(target)]
  return ['Pasted ', hidden('content'), ' into ', named(target), source === null ? '' : `, copied at step ${source + 1}`]
}

const ARRIVALS: Record<Of<'nav'>['cause'], string> = {
  link: 'Moved to another page of the site by a link',
  address: 'Came to this page from the address bar, a bookmark or another program',
  reload: 'Reloaded the page',
  back: 'Went back to the page before',
  forward: 'Went forward to the next page',
  traverse: 'Went back or forward to another page',
  spa: 'Moved to another view of the page',
  redirect: 'Was sent on to another page by the site',
  script: 'The page moved on by itself',
}

function tab({ change, to }: Of<'tab'>): Content {
  const where = to === 'listed' ? 'a recorded site' : ['a site that is ', hidden('not recorded')]
  if (change === 'close') return ['Closed the tab and went on to ', where]
  return [change === 'open' ? 'Opened a tab with ' : 'Switched to a tab with ', where]
}

const DIALOGS: Record<Of<'dialog'>['dialog'], string> = {
  script: 'a message or question of the page',
  beforeunload: 'the question whether to leave the page',
  file: 'the file picker',
  print: 'the print dialog',
}

function dialog({ dialog: kind, outcome }: Of<'dialog'>): Content {
  return [{ accepted: 'Accepted ', dismissed: 'Dismissed ', unknown: 'Met ' }[outcome], DIALOGS[kind]]
}

function content(action: Action): Content {
  switch (action.kind) {
    case 'click':
      return click(action)
    case 'check':
      return check(action)
    case 'type':
      return type(action)
    case 'press':
      return press(action)
    case 'select':
      return select(action)
    case 'set':
      return set(action)
    case 'scroll':
      return scroll(action)
    case 'drag':
      return drag(action)
    case 'hover':
      return hover(action)
    case 'upload':
      return upload(action)
    case 'clip':
      return clip(action)
    case 'nav':
      return ARRIVALS[action.cause]
    case 'tab':
      return tab(action)
    case 'dialog':
      return dialog(action)
    default: {
      const unknown: never = action
      return unknown
    }
  }
}

export const sentence = (action: Action): Html => html`${content(action)}`
