/** What a snapshot says of a form control or an editor: what it is meant to hold, and the size class of what it does hold. */
import { fieldKind, isSecret } from '../../mask/field.ts'
import { sizeOf } from '../../mask/size.ts'
import type { SnapshotElement } from '../../trace/snapshot.ts'
import { factsOf } from '../field-facts.ts'
import { editingHost, fieldAt } from '../interactive.ts'
import type { SecretFields } from '../secret-fields.ts'

/** Inputs with a value that is chosen and not typed: its length says nothing. */
const CHOSEN = new Set(['range', 'color', 'date', 'month', 'week', 'time', 'datetime-local'])

/** Null for what holds no value of that sort: buttons, checkboxes, files, everything else. */
export function fieldOf(element: Element, secrets: SecretFields): SnapshotElement['field'] {
  const typed = fieldAt(element)
  const isChosen = element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && CHOSEN.has(element.type))
  if (typed !== element && !isChosen) return null
  const kind = fieldKind(factsOf(element, secrets.isSecret(element)))
  return { kind, size: isChosen || isSecret(kind) ? null : sizeOf(lengthOf(element)) }
}

function lengthOf(field: Element): number {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.length
  // The prototype's, with the field as its object: a form answers `form.textContent` with a control of that name.
  const text: unknown = Reflect.get(Node.prototype, 'textContent', field)
  return typeof text === 'string' ? text.length : 0
}

/** Is all of the document an editor, as old editors make one of a frame? Then nothing in it is interface. */
export function isDesigned(): boolean {
  return Reflect.get(Document.prototype, 'designMode', document) === 'on'
}

export const isEditable = (element: Element): boolean => editingHost(element) !== null
