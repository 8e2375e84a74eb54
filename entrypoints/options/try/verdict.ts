/** What would be kept of a text, by the rules that are used on monitored pages. */
import { fieldKind, isSecret, type FieldFacts } from '../../../lib/mask/field.ts'
import { maskName } from '../../../lib/mask/name.ts'
import { sizeOf } from '../../../lib/mask/size.ts'
import { judgeText } from '../../../lib/mask/text.ts'
import type { FieldKind, MaskRule, Size } from '../../../lib/trace/vocabulary.ts'

/** A field as a page may have it; nothing of what is written in it is looked at to know what it is. */
const NOTHING: FieldFacts = {
  tag: 'input',
  type: 'text',
  autocomplete: '',
  inputMode: '',
  words: '',
  pattern: '',
  boxes: 0,
  richText: false,
  onceSecret: false,
}
const FIELDS = {
  text: NOTHING,
  search: { ...NOTHING, type: 'search' },
  email: { ...NOTHING, type: 'email' },
  tel: { ...NOTHING, type: 'tel' },
  name: { ...NOTHING, autocomplete: 'name' },
  multiline: { ...NOTHING, tag: 'textarea' },
  password: { ...NOTHING, type: 'password' },
  one_time_code: { ...NOTHING, autocomplete: 'one-time-code' },
  card: { ...NOTHING, autocomplete: 'cc-number' },
} satisfies Record<string, FieldFacts>
export type TriedField = keyof typeof FIELDS
export const TRIED_FIELDS = [
  'text',
  'search',
  'email',
  'tel',
  'name',
  'multiline',
  'password',
  'one_time_code',
  'card',
] as const satisfies TriedField[]
export const TRIED_LABELS = ['button', 'row', 'public'] as const
export type TriedLabel = (typeof TRIED_LABELS)[number]

/** As in a record of typing; of a secret field there is no length. */
export type Typing = { kind: 'type'; field: FieldKind; length: Size | null; cleared: boolean | null }

export function typingOf(tried: TriedField, text: string): Typing {
  const field = fieldKind(FIELDS[tried])
  const length = isSecret(field) ? null : sizeOf(text.length)
  return { kind: 'type', field, length, cleared: length && length === '0' }
}

/** As in a record of a click: the name as far as it is kept, or what stands for it and the rule that took it away. */
export type Labelled = { name: string | null; rule: MaskRule | null }

/** @param isWord whether a word is one of interfaces in the language of the page */
export function labelOf(tried: TriedLabel, text: string, isWord: (word: string) => boolean): Labelled {
  const wording = { rule: tried === 'public' ? 'public' : 'interface', isWord, phrases: [], isEcho: () => false } as const
  const { kept, rule } = judgeText({ text, userContent: tried === 'row', editable: false }, wording)
  return { name: kept ?? maskName('button', text.length), rule }
}
