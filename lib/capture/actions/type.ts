/** Typing as an act: one for each visit to a field, with the field's kind and counts, never a character. */
import type { Echoes } from '../../mask/echo.ts'
import { fieldKind, isSecret } from '../../mask/field.ts'
import { sizeOf } from '../../mask/size.ts'
import { TYPING_STEP_MS, type FieldKind, type TypingSource } from '../../trace/vocabulary.ts'
import { datalistChoice } from '../datalist.ts'
import { factsOf } from '../field-facts.ts'
import { isForeign } from '../frame.ts'
import { fieldAt } from '../interactive.ts'
import { activeElement, firstChild, localName, nextSibling } from '../natives.ts'
import type { Page } from '../page.ts'
import { isStep } from '../ranges.ts'
import type { Scene } from '../scene.ts'
import { openSecretFields } from '../secret-fields.ts'
import { elementOf } from '../element-of.ts'
import { ANSWER_MS } from './dialog.ts'

type Visit = {
  field: HTMLElement
  kind: FieldKind
  scene: Scene
  at: number
  until: number
  inserts: number
  deletes: number
  /** Gaps between edits in which the person stopped to think or read. */
  pauses: number
  via: Set<TypingSource>
  /** Length when Enter was pressed last, until the next edit: a message that Enter sends leaves an empty field behind. */
  atEnter: number | null
  /** After the last edit: a choice from a list may put another text in its place. */
  length: number
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

/** Slow typists take up to half a second a key (136 million keystrokes, CHI 2018: mean 239 ms, deviation 112); longer is a pause. */
const TYPING_PAUSE_MS = 1000
/** Lines of an editor that are told apart. */
const MAX_LINES = 500
/** A longer text is not read anew for each key: what each key inserted is known. */
const READ_AT_EACH_KEY = 240

/** @param typed something was put into a field that a later page could show */
export function recordTyping(page: Page, echoes: Echoes, typed: () => void): void {
  let visit: Visit | null = null
  const secrets = openSecretFields()

  const commit = () => {
    if (!visit) return
    const { field, kind, scene, at, until, inserts, deletes, pauses, via, atEnter, length: typedLength } = visit
    visit = null
    const secret = isSecret(kind) || secrets.isSecret(field)
    const length = secret ? null : sizeOf(atEnter ?? (isTextField(field) ? typedLength : lengthOf(field)))
    page.emit(secret ? { ...scene, masking: [...scene.masking, { field: 'field', rule: 'secret-field' }] } : scene, {
      kind: 'type',
      at,
      until,
      field: secret && !isSecret(kind) ? 'password' : kind,
      via: [...via],
      inserts: secret ? null : sizeOf(inserts),
      deletes: secret ? null : sizeOf(deletes),
      pauses: secret ? null : sizeOf(pauses),
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
    const scene = page.scene(field)
    if (scene)
      visit = {
        field,
        kind: fieldKind(factsOf(field, secrets.isSecret(field))),
        scene,
        at,
        until: at,
        inserts: 0,
        deletes: 0,
        pauses: 0,
        via: new Set(),
        atEnter: null,
        length: 0,
      }
    return visit
  }

  // Before a click on "show", before a form swaps its field, and when a field is entered.
  for (const type of ['pointerdown', 'focusin'] as const) page.listen(type, () => secrets.look())
  page.listen('focusin', (event) => {
    const element = elementOf(event)
    const field = element && fieldAt(element)
    if (!field) return
    secrets.isSecret(field)
    echoes.note(field, isTextField(field) ? field.value : '')
  })

  // Before the edit: an editor may forbid it and write by itself, or take away at once what was written.
  page.listen('beforeinput', (event) => {
    if (event.isComposing) return
    const writes = event.inputType.startsWith('insert')
    // A line break ends a word, and so does whatever is not writing.
    echoes.noteInsert(writes ? (event.data ?? ' ') : ' ')
    if (writes) typed()
  })

  /** What an input method is composing, and where; each composition counts as one insertion. */
  let composing: { text: string; inField: boolean; counted: boolean } | null = null
  const endComposition = () => {
    if (!composing) return
    const { text, inField } = composing
    composing = null
    echoes.noteInsert(`${text} `)
    if (inField) return
    // Into a closed shadow root, or into an element that writes by itself: it may show what was typed all the same.
    echoes.noteKey(text)
    typed()
  }
  page.listen('compositionupdate', (event) => {
    const element = elementOf(event)
    composing = { text: event.data, inField: element !== null && fieldAt(element) !== null, counted: composing?.counted ?? false }
  })
  // Chromium calls its own event for the end of a composition untrusted; a page that makes one up ends it early, which harms nothing.
  window.addEventListener('compositionend', page.guard(endComposition), { capture: true, passive: true, signal: page.signal })
  for (const type of ['compositionstart', 'focusout'] as const) page.listen(type, endComposition)

  page.listen('input', (event) => {
    const element = elementOf(event)
    const field = element && fieldAt(element)
    if (!field) return
    const at = page.at(event.timeStamp)
    const text = isTextField(field) ? field.value : field.textContent
    const byKey = event instanceof InputEvent && event.data !== null && event.inputType.startsWith('insert')
    if (!byKey) echoes.note(field, isTextField(field) ? text : `${text} ${linesOf(field)}`)
    else if (text.length <= READ_AT_EACH_KEY) echoes.note(field, text)
    typed()
    // What was chosen or moved as a whole was not typed.
    if (isStep(event, field) || datalistChoice(event)) return
    // Nor was what was cut: that is an act of its own, unless it is done while typing.
    if (event instanceof InputEvent && event.inputType === 'deleteByCut' && visit?.field !== field) return
    const current = visitOf(field, at)
    if (!current) return
    if (at - current.until > TYPING_PAUSE_MS) current.pauses++
    current.until = at
    current.atEnter = null
    current.length = text.length
    // The browser fills in a field, or empties it by its cross, with an event that says no more than that.
    const inputType = event instanceof InputEvent ? event.inputType : text === '' ? 'deleteContent' : 'insertReplacementText'
    if (inputType.startsWith('delete')) current.deletes++
    else if (!inputType.startsWith('history')) {
      current.via.add(SOURCES.get(inputType) ?? 'unknown')
      // A composition changes its text many times, and counts once.
      if (!composing?.counted) current.inserts++
      if (composing && event instanceof InputEvent && event.isComposing) composing.counted = true
    }
  })

  page.listen('keydown', (event) => {
    const element = elementOf(event)
    if (!element || fieldAt(element) || event.ctrlKey || event.metaKey || [...event.key].length !== 1 || event.key === ' ') return
    echoes.noteKey(event.key)
    typed()
  })

  // What cannot be read came in, and may be shown from now on.
  const comeIn = () => {
    echoes.distrust()
    typed()
  }
  page.listen('paste', (event) => {
    const element = elementOf(event)
    if (!element || !fieldAt(element)) comeIn()
  })
  page.listen('drop', (event) => {
    const element = elementOf(event)
    if (!element || !fieldAt(element) || event.dataTransfer?.types.includes('Files')) comeIn()
  })
  page.listen('change', (event) => {
    const element = elementOf(event)
    if (element instanceof HTMLInputElement && element.type === 'file') comeIn()
  })
  // The answer to a prompt comes back while the event that asked for it is still being handled.
  for (const type of ['click', 'keydown'] as const) {
    page.listen(type, () => {
      const begun = performance.now()
      page.later(0, () => {
        if (performance.now() - begun > ANSWER_MS) comeIn()
      })
    })
  }
  page.listen('blur', () => {
    const inside = activeElement(document)
    if (inside !== null && localName(inside) === 'iframe' && isForeign(inside)) comeIn()
  })

  page.listen('keydown', (event) => {
    if (visit && event.key === 'Enter' && !secrets.isSecret(visit.field) && !isSecret(visit.kind)) visit.atEnter = lengthOf(visit.field)
  })

  page.listen('focusout', (event) => {
    const element = elementOf(event)
    if (visit && element && fieldAt(element) === visit.field) commit()
  })
}

const isTextField = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement

/** Lines of an editor, with something between them: its text alone glues the last word of one to the first of the next. */
function linesOf(field: Element): string {
  const lines: string[] = []
  for (let line = firstChild(field); line && lines.length < MAX_LINES; line = nextSibling(line)) lines.push(line.textContent ?? '')
  return lines.join(' ')
}

/** Characters in a field, for its size class only. */
function lengthOf(field: HTMLElement): number {
  return isTextField(field) ? field.value.length : field.textContent.length
}
