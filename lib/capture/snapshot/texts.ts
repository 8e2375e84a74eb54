/** Texts of a page → permitted ones, by the masker that judges the names of targets. */
import { maskName } from '../../mask/name.ts'
import type { TextLook } from '../../mask/snapshot/reader.ts'
import type { Control, MaskRule } from '../../trace/vocabulary.ts'
import { textOf } from '../name.ts'
import { parentNode } from '../natives.ts'
import { controlOf, roleOf } from '../role.ts'
import type { PageWording } from '../wording.ts'
import { isEditable } from './field.ts'
import { wordingPlace } from './wording-place.ts'

/** Characters of a text that is judged; prose that is longer is masked without being read. */
const MAX_TEXT = 2000

/** A place of wording, with all of its text and what was decided over it. */
type Place = { control: Control; text: string | null; verdict: TextLook | null }

/** What may be kept of a text node, or null where it is none that a person sees. */
export function textReader(wording: PageWording): (node: Text) => TextLook | null {
  const places = new Map<Element, Place>()

  const judge = (element: Element, control: Control, text: string | null): TextLook | null => {
    const { name, rule } = wording.name(element, control, text)
    return name && { text: name, rule }
  }
  const look = (element: Element): Place => {
    const known = places.get(element)
    if (known) return known
    const control = controlOf(element, roleOf(element), isEditable(element))
    const text = textOf(element)
    const place = { control, text, verdict: judge(element, control, text) }
    places.set(element, place)
    return place
  }

  return (node) => {
    const around = elementAround(node)
    const { data } = node
    const text = data.length > MAX_TEXT ? null : data.replace(/\s+/g, ' ').trim()
    if (!around || text === '') return null
    if (wording.isPublic(around)) return judge(around, 'other', text)
    const element = wordingPlace(around)
    if (!element) return masked('other', text, 'name-masked')
    const place = look(element)
    // A part is kept only with the whole: words of a sentence must not pass one by one.
    if (place.verdict?.rule !== null) return masked(place.control, text, place.verdict?.rule ?? 'cap')
    return element === around && place.text === text ? place.verdict : judge(around, place.control, text)
  }
}

function masked(control: Control, text: string | null, rule: MaskRule): TextLook | null {
  const placeholder = maskName(control, text?.length ?? null)
  return placeholder && { text: placeholder, rule: text === null ? 'cap' : rule }
}

/** Directly in a shadow root a text has no parent element: its place is that of the host. */
function elementAround(node: Text): Element | null {
  const parent = parentNode(node)
  if (parent instanceof Element) return parent
  return parent instanceof ShadowRoot ? parent.host : null
}
