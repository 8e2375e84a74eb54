/**
 * Every word and limit of the data model, as plain constants.
 * No imports: the recorder loads this file into pages, where zod would cost 22 KiB.
 */

/** Version of the trace format. A change here needs a step in `migrate.ts` and a line in CHANGELOG.md. */
export const TRACE_VERSION = 1

/** One thing the person meant to do. */
// prettier-ignore
export const ACTION_KINDS = [
  'click', 'check', 'type', 'press', 'select', 'set', 'scroll', 'drag', 'hover', 'upload', 'clip', 'nav', 'tab', 'dialog',
] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/** Tags that name themselves; anything else, custom elements included, is recorded as `custom`. */
// prettier-ignore
export const TAGS = [
  'a', 'abbr', 'address', 'area', 'article', 'aside', 'audio', 'b', 'blockquote', 'body', 'button', 'canvas', 'caption', 'cite',
  'code', 'col', 'colgroup', 'data', 'datalist', 'dd', 'del', 'details', 'dfn', 'dialog', 'div', 'dl', 'dt', 'em', 'embed',
  'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'i',
  'iframe', 'img', 'input', 'ins', 'kbd', 'label', 'legend', 'li', 'main', 'map', 'mark', 'menu', 'meter', 'nav', 'object', 'ol',
  'optgroup', 'option', 'output', 'p', 'picture', 'pre', 'progress', 'q', 's', 'samp', 'search', 'section', 'select', 'slot', 'small',
  'span', 'strong', 'sub', 'summary', 'sup', 'svg', 'table', 'tbody', 'td', 'template', 'textarea', 'tfoot', 'th', 'thead', 'time',
  'tr', 'u', 'ul', 'var', 'video',
  'custom',
] as const
export type Tag = (typeof TAGS)[number]

/** WAI-ARIA 1.2 roles a person can meet, plus `generic` for everything without one. */
// prettier-ignore
export const ROLES = [
  'alert', 'alertdialog', 'application', 'article', 'banner', 'blockquote', 'button', 'caption', 'cell', 'checkbox', 'code',
  'columnheader', 'combobox', 'complementary', 'contentinfo', 'definition', 'deletion', 'dialog', 'directory', 'document',
  'emphasis', 'feed', 'figure', 'form', 'generic', 'grid', 'gridcell', 'group', 'heading', 'img', 'insertion', 'link', 'list',
  'listbox', 'listitem', 'log', 'main', 'marquee', 'math', 'menu', 'menubar', 'menuitem', 'menuitemcheckbox', 'menuitemradio',
  'meter', 'navigation', 'none', 'note', 'option', 'paragraph', 'presentation', 'progressbar', 'radio', 'radiogroup', 'region',
  'row', 'rowgroup', 'rowheader', 'scrollbar', 'search', 'searchbox', 'separator', 'slider', 'spinbutton', 'status', 'strong',
  'subscript', 'superscript', 'switch', 'tab', 'table', 'tablist', 'tabpanel', 'term', 'textbox', 'time', 'timer', 'toolbar',
  'tooltip', 'tree', 'treegrid', 'treeitem',
] as const
export type Role = (typeof ROLES)[number]

/** What a control is for the person, whatever it is built from. */
// prettier-ignore
export const CONTROLS = [
  'button', 'link', 'text-field', 'checkbox', 'radio', 'switch', 'select', 'listbox', 'option', 'menu', 'menu-item', 'tab', 'slider',
  'date', 'color', 'file', 'disclosure', 'label', 'image', 'media', 'editor', 'frame', 'keypad', 'other',
] as const
export type Control = (typeof CONTROLS)[number]

/** What a field is meant to hold. Never derived from what it does hold. */
// prettier-ignore
export const FIELD_KINDS = [
  'text', 'search', 'email', 'tel', 'url', 'number', 'date', 'multiline', 'rich-text', 'name', 'given-name', 'family-name', 'username',
  'organization', 'job-title', 'address', 'postal-code', 'city', 'country', 'password', 'one-time-code', 'pin', 'card', 'unknown',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Kinds of which nothing but the kind is kept: no counts, no length. */
export const SECRET_FIELD_KINDS = ['password', 'one-time-code', 'pin', 'card'] as const satisfies readonly FieldKind[]

/** Size classes in place of lengths, so that a masked text does not give itself away by its length. */
export const SIZES = ['0', '1-3', '4-8', '9-20', '21+'] as const
export type Size = (typeof SIZES)[number]

/** Hesitation before an action, as a range in seconds. */
export const PAUSES = ['0-1s', '1-3s', '3-10s', '10-30s', '30s+'] as const
export type Pause = (typeof PAUSES)[number]

/** Whether an export still holds times, pauses and pointer paths, by which a person can be told from others. */
export const RHYTHMS = ['none', 'recorded'] as const
export type Rhythm = (typeof RHYTHMS)[number]

export const MODIFIERS = ['alt', 'ctrl', 'meta', 'shift'] as const
export type Modifier = (typeof MODIFIERS)[number]

export const BUTTONS = ['primary', 'middle', 'secondary'] as const
export type Button = (typeof BUTTONS)[number]

/** How a click or check came about. */
export const ACTIVATIONS = ['pointer', 'key', 'label', 'implicit'] as const
export type Activation = (typeof ACTIVATIONS)[number]

/** How text came into a field. */
export const TYPING_SOURCES = ['keys', 'ime', 'paste', 'autofill', 'drop', 'voice', 'unknown'] as const
export type TypingSource = (typeof TYPING_SOURCES)[number]

/** Keys that name an intent. A key that writes a character is never among them. */
// prettier-ignore
export const NAMED_KEYS = [
  'Enter', 'Escape', 'Tab', 'Space', 'Backspace', 'Delete', 'Insert', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End',
  'PageUp', 'PageDown', 'ContextMenu', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12',
] as const
export type NamedKey = (typeof NAMED_KEYS)[number]

/** Shortcuts by meaning, so that no letter is kept. `other` stands for every combination not listed. */
// prettier-ignore
export const SHORTCUTS = [
  'copy', 'cut', 'paste', 'select-all', 'undo', 'redo', 'find', 'save', 'print', 'bold', 'italic', 'underline', 'link', 'open',
  'new', 'reload', 'submit', 'other',
] as const
export type Shortcut = (typeof SHORTCUTS)[number]

export const SELECT_MODES = ['native', 'aria', 'datalist', 'other'] as const
export const SET_CONTROLS = ['range', 'slider', 'date', 'time', 'color', 'number'] as const
export const SCROLL_CAUSES = ['wheel', 'key', 'bar', 'touch', 'anchor'] as const
export type ScrollCause = (typeof SCROLL_CAUSES)[number]

/**
 * `address` is an arrival the page did not cause (address bar, bookmark, another program); `traverse` is back or
 * forward where the browser hides which (a cross-origin step); `script` is a page moving by itself.
 */
export const NAV_CAUSES = ['link', 'address', 'reload', 'back', 'forward', 'traverse', 'spa', 'redirect', 'script'] as const
export type NavCause = (typeof NAV_CAUSES)[number]

export const TAB_CHANGES = ['open', 'close', 'switch'] as const
export type TabChange = (typeof TAB_CHANGES)[number]
/** Where a tab change leads or comes from: a listed site, or the constant for everything else. */
export const TAB_PLACES = ['listed', 'outside'] as const
export type TabPlace = (typeof TAB_PLACES)[number]

export const CLIP_OPERATIONS = ['copy', 'cut', 'paste'] as const
/** `script` is an alert, confirm or prompt: which of them cannot be told from outside of the page's own world. */
export const DIALOG_KINDS = ['script', 'beforeunload', 'file', 'print'] as const
export const DIALOG_OUTCOMES = ['accepted', 'dismissed', 'unknown'] as const
export const FILE_CLASSES = ['image', 'document', 'spreadsheet', 'archive', 'media', 'code', 'other'] as const
export const FILE_SIZES = ['<100kB', '<1MB', '<10MB', '10MB+'] as const

export const EFFECT_KINDS = ['navigation', 'dialog', 'revealed', 'removed', 'state'] as const

export const LOCATOR_KINDS = ['id', 'testid', 'name', 'type', 'role', 'path'] as const
export type LocatorKind = (typeof LOCATOR_KINDS)[number]

export const ANCHOR_KINDS = ['row', 'list-item', 'option-group', 'dialog', 'form', 'article'] as const
export type AnchorKind = (typeof ANCHOR_KINDS)[number]

export const LANDMARKS = ['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region', 'search'] as const
export type Landmark = (typeof LANDMARKS)[number]

/**
 * Which rule took a field's content away. Of a text: `unknown-word` it holds a word that is not one of interfaces, `user-content`
 * it stands where content stands (row, list item, feed), `digits` and `too-long` it looks like data, `echo` it repeats what was
 * typed or what the address says, `detector` it holds a number, key or address of somebody, `name-masked` nothing of it may be kept.
 */
// prettier-ignore
export const MASK_RULES = [
  'name-masked', 'unknown-word', 'user-content', 'digits', 'too-long', 'echo', 'detector', 'editable', 'identifier-masked',
  'segment-masked', 'secret-field', 'keypad', 'closed-shadow', 'cap', 'error',
] as const
export type MaskRule = (typeof MASK_RULES)[number]
/** Which field of the action the rule applied to. */
export const MASKED_FIELDS = [
  'target.name',
  'target.anchor',
  'target.heading',
  'target.locators',
  'target',
  'route',
  'field',
  'labels',
  'option',
  'destination',
  'pointer',
] as const
export type MaskedField = (typeof MASKED_FIELDS)[number]

/** How much of a page's wording may be kept; the policy says which for each site. */
export const TEXT_RULES = ['interface', 'public'] as const
export type TextRule = (typeof TEXT_RULES)[number]

/** Languages with a lexicon of interface words, as primary subtags of BCP 47. English is part of every lexicon in use. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv'] as const
export type Language = (typeof LANGUAGES)[number]

/** Why an action cannot be replayed as it stands. */
export const UNREPLAYABLE = ['no-target', 'text-needed', 'positional-only', 'outside', 'file-needed'] as const
export type Unreplayable = (typeof UNREPLAYABLE)[number]

/** Why a sequence ended; `flush` is the person's "send now". */
export const ENDINGS = ['idle', 'site', 'length', 'tab-closed', 'browser-closed', 'paused', 'policy', 'flush'] as const
export type Ending = (typeof ENDINGS)[number]

export const LIMITS = {
  /** Actions in one sequence: about half an hour of busy work, and the unit that is exported and shuffled. */
  sequenceActions: 200,
  /** 30 min: longer galleries make a person recognisable by rhythm (TypeNet needs only 5 x 50 keys). */
  sequenceMs: 30 * 60_000,
  /** 5 min without an action: the person turned to something else. */
  idleMs: 5 * 60_000,
  /** 12 points say how the pointer came; more would say whose hand it was. */
  pointerPoints: 12,
  /** Longer names are prose; 40 is where labels of controls end (privacy.md §c), a public link may be a sentence. */
  interfaceName: 40,
  interfaceWords: 6,
  publicName: 120,
  locators: 6,
  locatorLength: 1000,
  frameDepth: 8,
  shadowDepth: 8,
  landmarks: 6,
  masking: 8,
  effects: 8,
  routeLength: 300,
  routeQueryKeys: 10,
  selectIndices: 50,
  /** Actions in one message from a page; a page sends every few seconds, so more is a fault. */
  messageActions: 100,
  /** Sequences sealed into one batch, and its uncompressed size: collector.md measured 100-500 actions, 256 KiB. */
  batchSequences: 20,
  batchBytes: 256 * 1024,
} as const

/** Times are kept in steps of 100 ms, typing in steps of 500 ms: finer rhythm identifies a person. */
export const TIME_STEP_MS = 100
export const TYPING_STEP_MS = 500
/** How long after an action its effects are looked for: what takes longer had to be waited for, and is told by the pause before the next. */
export const SETTLE_MS = 1000
/** Pointer positions are kept on an 8 px grid, scroll positions and viewports on a 100 px one. */
export const POINTER_STEP_PX = 8
export const COARSE_STEP_PX = 100

/** Mask placeholder: a kind and, where it may be known, a size class. */
export const PLACEHOLDER = /^⟦[a-z][a-z-]{0,19}(·(0|1-3|4-8|9-20|21\+))?⟧$/u

/** Scheme, host, port: what `URL.origin` gives for http and https. */
export const ORIGIN = /^https?:\/\/[a-z0-9.[\]:-]{1,260}$/

/**
 * The shape of wording that may be kept, written so that every reader of JSON Schema understands it: no control, direction,
 * zero-width or private character, no space but the plain one, nothing that could be markup or a placeholder, and at the beginning
 * nothing that a spreadsheet takes for a formula. `lib/mask` asks for more: letters, digits and what labels use.
 */
export const WORDING_SHAPE =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these characters stand here to be refused
  /^(?![ .,:;!?'’”»)&+%/·–—…×-])[^\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2190-\u2bff\u3000\ud800-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\uffff<>{}[\]|\\^~=@*_$`⟦⟧]{1,120}$/

/** Where a dying page leaves its tail in `storage.local`: prefix, document, last number in it, so that a longer tail is another key. The worker drains every such key. */
export const TAIL_PREFIX = 'tail:'
