import type { Element } from '@xmldom/xmldom'
import { children, parseXml } from './xml.ts'

/**
 * The value of an XML property list.
 * @throws {SyntaxError} for whatever its format does not have, and where it is not well-formed
 */
export function parsePropertyList(text: string): unknown {
  const root = parseXml(text).documentElement
  const [value, ...more] = root ? children(root) : []
  if (root?.nodeName !== 'plist' || root.getAttribute('version') !== '1.0' || !value || more.length > 0)
    throw new SyntaxError('no property list')
  return valueOf(value)
}

function valueOf(element: Element): unknown {
  const text = element.textContent ?? ''
  switch (element.nodeName) {
    case 'string':
      return text
    case 'true':
    case 'false':
      return element.nodeName === 'true'
    case 'integer':
      if (!/^-?\d+$/.test(text)) throw new SyntaxError(`no integer: ${text}`)
      return Number(text)
    case 'real':
      if (!/^-?\d+\.\d+$/.test(text)) throw new SyntaxError(`no number: ${text}`)
      return Number(text)
    case 'array':
      return children(element).map(valueOf)
    case 'dict':
      return dictionary(children(element))
    default:
      throw new SyntaxError(`no property: ${element.nodeName}`)
  }
}

function dictionary(elements: Element[]): Record<string, unknown> {
  const entries: [string, unknown][] = []
  for (let i = 0; i < elements.length; i += 2) {
    const [key, value] = [elements[i], elements[i + 1]]
    if (key?.nodeName !== 'key' || !value) throw new SyntaxError('a key without a value')
    entries.push([key.textContent ?? '', valueOf(value)])
  }
  if (new Set(entries.map(([name]) => name)).size < entries.length) throw new SyntaxError('a key stands twice')
  return Object.fromEntries(entries)
}
