/** Typing as an act: one for each visit to a field, with the field's kind and counts, never a character. */
import { fieldKind, isSecret } from '../../mask/field.ts'
import { sizeOf } from '../../mask/size.ts'
import { TYPING_STEP_MS, type FieldKind, type TypingSource } from '../../trace/vocabulary.ts'
import { fieldAt } from '../interactive.ts'
import { attribute, localName } from '../natives.ts'
import type { Page } from '../page.ts'
import type { Scene } from '../scene.ts'
import { elementOf } from './click.ts'

type Visit = {
  field: HTMLElement
  kind: FieldKind
  scene: Scene
  at: number
  until: number
  inserts: number
  deletes: number
  via: Set<TypingSource>
  /** Length when Enter was pressed last, until the next edit: a message that Enter sends leaves an empty field behind. */
  atEnter: number | null
}

/** inputType of the Input Events specification, by how the text came. */
const SOURCES = new Map<string, TypingSource>([
  ['insertText', 'keys'],
  ['insertLineBreak', 'keys'],
  ['insertParagraph', 'keys'],
  ['insertCompositionText', 'ime'],
  ['insertFromComposition', 'ime'],
  ['insertFromPaste', 'paste'],
  ['insertFromPasteAsQuotation', 'paste'],
  ['insertFromDrop', 'drop'],
  ['insertReplacementText', 'autofill'],
])

export function recordTyping(page: Page): void {
  let visit: Visit | null = null
  /** Fields seen as password fields stay secret when a page reveals them as text. */
  const onceSecret = new WeakSet<Element>()

  const remember = (field: Element) => {
    if (field instanceof HTMLInputElement && field.type === 'password') onceSecret.add(field)
  }

  const commit = () => {
    if (!visit) return
    const { field, kind, scene, at, until, inserts, deletes, via, atEnter } = visit
    visit = null
    remember(field)
    const secret = isSecret(kind) || onceSecret.has(field)
    const length = secret ? null : sizeOf(atEnter ?? lengthOf(field))
    page.emit(secret ? { ...scene, masking: [...scene.masking, { field: 'field', rule: 'secret-field' }] } : scene, {
      kind: 'type',
      at,
      until,
      field: secret && !isSecret(kind) ? 'password' : kind,
      via: [...via],
      inserts: secret ? null : sizeOf(inserts),
      deletes: secret ? null : sizeOf(deletes),
      length,
      cleared: length && length === '0',
      durationMs: secret ? null : Math.round((until - at) / TYPING_STEP_MS) * TYPING_STEP_MS,
      pointer: [],
    })
  }
  page.onSettle(commit)

  const visitOf = (field: HTMLElement, at: number): Visit | null => {
    if (visit?.field === field) return visit
    commit()
    page.settle(commit)
    remember(field)
    const scene = page.scene(field)
    if (scene)
      visit = {
        field,
        kind: kindOf(field, onceSecret.has(field)),
        scene,
        at,
        until: at,
        inserts: 0,
        deletes: 0,
        via: new Set(),
        atEnter: null,
      }
    return visit
  }

  page.listen('focusin', (event) => {
    const element = elementOf(event)
    if (element) remember(element)
  })

  page.listen('input', (event) => {
    const element = elementOf(event)
    const field = element && fieldAt(element)
    if (!field) return
    const at = page.at(event.timeStamp)
    const current = visitOf(field, at)
    if (!current) return
    current.until = at
    current.atEnter = null
    const inputType = event instanceof InputEvent ? event.inputType : ''
    if (inputType.startsWith('delete')) current.deletes++
    else if (!inputType.startsWith('history')) {
      current.via.add(SOURCES.get(inputType) ?? 'unknown')
      // A composition changes its text many times; it counts once, when it ends.
      if (!(event instanceof InputEvent && event.isComposing)) current.inserts++
    }
  })

  page.listen('keydown', (event) => {
    if (visit && event.key === 'Enter' && !onceSecret.has(visit.field) && !isSecret(visit.kind)) visit.atEnter = lengthOf(visit.field)
  })

  page.listen('compositionend', (event) => {
    const element = elementOf(event)
    if (visit && element && fieldAt(element) === visit.field) visit.inserts++
  })

  page.listen('focusout', (event) => {
    const element = elementOf(event)
    if (visit && element && fieldAt(element) === visit.field) commit()
  })
}

function kindOf(field: HTMLElement, onceSecret: boolean): FieldKind {
  return fieldKind({
    tag: localName(field),
    type: field instanceof HTMLInputElement ? field.type : '',
    autocomplete: attribute(field, 'autocomplete'),
    inputMode: attribute(field, 'inputmode'),
    words: ['name', 'id', 'aria-label', 'placeholder'].map((name) => attribute(field, name)).join(' '),
    richText: !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement),
    onceSecret,
  })
}

/** Characters in a field, for its size class only. */
function lengthOf(field: HTMLElement): number {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.length
  return field.textContent.length
}
