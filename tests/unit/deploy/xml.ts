import { DOMParser, onErrorStopParsing, type Document, type Element } from '@xmldom/xmldom'

/** @throws where the text is not well-formed XML */
export function parseXml(text: string): Document {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'application/xml')
}

/** Elements directly below. */
export function children(parent: Document | Element): Element[] {
  const found: Element[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node)
  return found
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'nodeType' in node && node.nodeType === 1
}
