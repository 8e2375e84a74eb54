/** What a page says about a field, for `lib/mask` to tell its kind. Facts about the element only, never its value. */
import type { FieldFacts } from '../mask/field.ts'
import { nameText } from './name.ts'
import { attribute, firstTagged, localName, parentElement } from './natives.ts'

const WORDS = ['name', 'id', 'placeholder', 'title', 'data-testid', 'aria-description']
/** Boxes for one character each, side by side, as one-time codes are asked for. */
const MAX_BOXES = 12

export function factsOf(field: Element, onceSecret: boolean): FieldFacts {
  return {
    tag: localName(field),
    type: field instanceof HTMLInputElement ? field.type : '',
    autocomplete: attribute(field, 'autocomplete'),
    inputMode: attribute(field, 'inputmode'),
    words: [...WORDS.map((name) => attribute(field, name)), nameText(field) ?? ''].join(' '),
    pattern: attribute(field, 'pattern'),
    boxes: boxesBeside(field),
    richText: !['input', 'textarea', 'select'].includes(localName(field)),
    onceSecret,
  }
}

function boxesBeside(field: Element): number {
  if (attribute(field, 'maxlength') !== '1') return 0
  let scope = parentElement(field)
  // Each box may have a wrapper of its own.
  if (scope && firstTagged(scope, 'input', 2).length === 1) scope = parentElement(scope)
  if (!scope) return 1
  return firstTagged(scope, 'input', MAX_BOXES).filter((box) => attribute(box, 'maxlength') === '1').length
}
