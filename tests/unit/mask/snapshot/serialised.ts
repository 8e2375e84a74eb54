/** Nodes as rrweb writes them, and a page that answers for all of them. */
import type { Masked } from '../../../../lib/mask/masked.ts'
import type { ElementLook, Reader } from '../../../../lib/mask/snapshot/reader.ts'
import { isWording } from '../../../../lib/mask/text.ts'

let ids = 0

export const element = (tagName: string, attributes: object = {}, childNodes: unknown[] = [], more: object = {}) => ({
  type: 2,
  id: ++ids,
  tagName,
  attributes,
  childNodes,
  ...more,
})
export const text = (textContent = '', more: object = {}) => ({ type: 3, id: ++ids, textContent, ...more })
/** A document with this as its body. */
export const page = (...body: unknown[]) => ({
  type: 0,
  id: ++ids,
  childNodes: [{ type: 1, id: ++ids, name: 'html', publicId: '', systemId: '' }, element('html', {}, [element('body', {}, body)])],
})

export function permitted(wording: string): Masked {
  if (!isWording(wording)) throw new Error('no wording')
  return wording
}

const aLook: ElementLook = {
  role: 'generic',
  control: 'other',
  name: null,
  rule: null,
  field: null,
  visible: true,
  frame: false,
  box: { x: 0, y: 0, width: 100, height: 20 },
  checked: null,
  closed: false,
}

/** @param said what each text says, by its id; others say "Save" */
export function aReader(look: Partial<ElementLook> = {}, said: Record<number, string> = {}): Reader {
  return {
    element: () => ({ ...aLook, ...look }),
    text: (id) => ({ text: permitted(said[id] ?? 'Save'), rule: null }),
    isEcho: () => false,
  }
}
