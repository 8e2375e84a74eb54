/** What a page holds in its address and fields, for the echo guard to compare with; kept nowhere else. */
import { decoded } from './decoded.ts'
import { editors, firstTagged } from './natives.ts'

/** Fields looked at: those of the forms of a page, not of a spreadsheet. */
const MAX_FIELDS = 60
/** Editable regions looked at: a page with more is an editor itself, where nothing is kept. */
const MAX_EDITORS = 10
/** Characters of one value. */
const MAX_VALUE = 2000
/** Their value is a label, or the name of a state. */
const WITHOUT_TEXT = new Set(['button', 'submit', 'reset', 'image', 'checkbox', 'radio', 'range', 'color', 'file'])

/** `unread`: something is in a field that may not be read, as a file. */
export function shownTexts(): { texts: string[]; wholes: string[]; unread: boolean } {
  const texts = [decoded(location.search), decoded(location.hash)]
  const wholes: string[] = []
  let unread = false
  for (const tag of ['input', 'textarea']) {
    for (const field of firstTagged(document, tag, MAX_FIELDS)) {
      if (field instanceof HTMLTextAreaElement) texts.push(field.value.slice(0, MAX_VALUE))
      if (!(field instanceof HTMLInputElement)) continue
      // How many, not which: a name of a file is not read either.
      if (field.type === 'file') unread ||= (field.files?.length ?? 0) > 0
      if (WITHOUT_TEXT.has(field.type)) continue
      const list = field.type === 'hidden' ? wholes : texts
      list.push(field.value.slice(0, MAX_VALUE))
    }
  }
  for (const editor of Array.from(editors()).slice(0, MAX_EDITORS)) texts.push(editor.textContent.slice(0, MAX_VALUE))
  return { texts, wholes, unread }
}
