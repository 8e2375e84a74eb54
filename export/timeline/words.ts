/** The vocabulary of `lib/trace`, in words for people who have never seen it. */
import type { Target } from '../../lib/trace/target.ts'
import type { ActionKind, Control, Ending, FieldKind, Landmark, Modifier, Role, Shortcut, Size } from '../../lib/trace/vocabulary.ts'

/** What a person did, as the heading of a count. */
export const KIND_NAMES: Record<ActionKind, [one: string, many: string]> = {
  click: ['click', 'clicks'],
  check: ['tick', 'ticks'],
  type: ['text', 'texts'],
  press: ['key', 'keys'],
  select: ['choice', 'choices'],
  set: ['value', 'values'],
  scroll: ['scroll', 'scrolls'],
  drag: ['drag', 'drags'],
  hover: ['hover', 'hovers'],
  upload: ['upload', 'uploads'],
  clip: ['copy', 'copies'],
  nav: ['page', 'pages'],
  tab: ['tab', 'tabs'],
  dialog: ['dialog', 'dialogs'],
}

export const ENDINGS: Record<Ending, string> = {
  idle: 'ended after five quiet minutes',
  site: 'ended by leaving the site',
  length: 'went on in another sequence',
  'tab-closed': 'ended by closing the tab',
  'browser-closed': 'ended by closing the browser',
  paused: 'ended because recording was paused',
  policy: 'ended because the rules changed',
  flush: 'ended by “send now”',
}

const CONTROLS: Record<Control, string> = {
  button: 'a button',
  link: 'a link',
  'text-field': 'a text field',
  checkbox: 'a checkbox',
  radio: 'a radio button',
  switch: 'a switch',
  select: 'a drop-down list',
  listbox: 'a list',
  option: 'an option',
  menu: 'a menu',
  'menu-item': 'a menu entry',
  tab: 'a tab of the page',
  slider: 'a slider',
  date: 'a date field',
  color: 'a colour field',
  file: 'a file field',
  disclosure: 'a fold-out',
  label: 'a label',
  image: 'an image',
  media: 'a player',
  editor: 'an editor',
  keypad: 'a keypad',
  frame: 'an embedded page',
  other: 'a part of the page',
}

/** Only where the control is `other`, and for what appears; the rest of the roles say nothing to a reader. */
const ROLES: Partial<Record<Role, string>> = {
  alert: 'a message',
  alertdialog: 'a dialog',
  article: 'an article',
  cell: 'a table cell',
  dialog: 'a dialog',
  grid: 'a table',
  gridcell: 'a table cell',
  heading: 'a heading',
  list: 'a list',
  listbox: 'a list',
  listitem: 'a list entry',
  menu: 'a menu',
  row: 'a table row',
  status: 'a message',
  table: 'a table',
  tabpanel: 'a panel',
  tooltip: 'a tooltip',
  tree: 'a tree',
  treeitem: 'a tree entry',
}

export const FIELDS: Record<FieldKind, string> = {
  text: 'a text field',
  search: 'a search field',
  email: 'an e-mail field',
  tel: 'a telephone field',
  url: 'an address field',
  number: 'a number field',
  date: 'a date field',
  multiline: 'a large text field',
  'rich-text': 'a text editor',
  name: 'a name field',
  'given-name': 'a first-name field',
  'family-name': 'a last-name field',
  username: 'a user-name field',
  organization: 'a company field',
  'job-title': 'a job-title field',
  address: 'an address field',
  'postal-code': 'a postal-code field',
  city: 'a city field',
  country: 'a country field',
  password: 'a password field',
  'one-time-code': 'a one-time-code field',
  pin: 'a PIN field',
  card: 'a card-number field',
  unknown: 'a field',
}

const LANDMARKS: Record<Landmark, string> = {
  banner: 'in the page header',
  complementary: 'in the side column',
  contentinfo: 'in the page footer',
  form: 'in a form',
  main: 'in the main part',
  navigation: 'in the navigation',
  region: 'in a section',
  search: 'in the search area',
}

export const SHORTCUTS: Record<Shortcut, string> = {
  copy: 'the shortcut to copy',
  cut: 'the shortcut to cut',
  paste: 'the shortcut to paste',
  'select-all': 'the shortcut to select everything',
  undo: 'the shortcut to undo',
  redo: 'the shortcut to redo',
  find: 'the shortcut to find',
  save: 'the shortcut to save',
  print: 'the shortcut to print',
  bold: 'the shortcut for bold',
  italic: 'the shortcut for italic',
  underline: 'the shortcut to underline',
  link: 'the shortcut to insert a link',
  open: 'the shortcut to open',
  new: 'the shortcut for something new',
  reload: 'the shortcut to reload',
  submit: 'the shortcut to submit',
  other: 'a shortcut that is not named',
}

export const MODIFIER_KEYS: Record<Modifier, string> = { alt: 'Alt', ctrl: 'Ctrl', meta: 'Meta', shift: 'Shift' }

/** "Arrow up" for `ArrowUp`, "Page down" for `PageDown`; the others are words already. */
export const keyName = (key: string) => key.replace(/(?<=[a-z])([A-Z])/, (letter) => ` ${letter.toLowerCase()}`)

export function sized(size: Size, many = 'characters'): string {
  if (size === '0') return `no ${many}`
  return `${size === '21+' ? 'more than 20' : size.replace('-', '–')} ${many}`
}

/** "a, b and c" */
export function listed(words: readonly (string | number)[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What kind of thing was acted on. */
export function thing({ control, role }: Target): string {
  return control === 'other' ? thingOf(role) : CONTROLS[control]
}

export const thingOf = (role: Role): string => ROLES[role] ?? CONTROLS.other

/** Where in the page it was; the innermost landmark says most, and "main" only where nothing else is known. */
export function place({ landmarks, anchor }: Target): string {
  const landmark = landmarks.findLast((name) => name !== 'main') ?? landmarks.at(-1)
  const parts = [landmark ? LANDMARKS[landmark] : '']
  if (anchor?.kind === 'row') parts.push(`row ${anchor.index + 1} of ${anchor.count}`)
  if (anchor?.kind === 'list-item') parts.push(`list entry ${anchor.index + 1} of ${anchor.count}`)
  if (anchor?.kind === 'dialog') parts.push('in a dialog')
  return parts.filter((part) => part !== '').join(', ')
}

/** "4 min 12 s", "8.5 s" */
export function duration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms % 1000 === 0 ? 0 : 1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`
}

/** "4:12.3" */
export function clock(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${((ms % 60_000) / 1000).toFixed(1).padStart(4, '0')}`
}
