/** Enabled policies of a Group Policy template, as the editor writes them into the registry. */
import type { Element } from '@xmldom/xmldom'
import { keyAt, type Key } from './registry-tree.ts'
import { children, parseXml } from './xml.ts'

const attribute = (element: Element, name: string) => element.getAttribute(name) ?? ''
const all = (document: ReturnType<typeof parseXml>, name: string) => [...document.getElementsByTagName(name)]

/** Writes the values of `prefix_KEY` policies; throws for a value that a field does not take. */
export function enablePolicies(root: Key, admx: string, prefix: string, settings: Record<string, unknown>): void {
  for (const policy of all(parseXml(admx), 'policy')) {
    const [browser, key = ''] = attribute(policy, 'name').split('_')
    const setting = settings[key]
    if (browser !== prefix || setting === undefined) continue
    const registryKey = keyAt(root, attribute(policy, 'key'))
    const [elements] = children(policy).filter(({ nodeName }) => nodeName === 'elements')
    for (const field of elements ? children(elements) : []) write(registryKey, field, setting, key)
  }
}

function write(registryKey: Key, element: Element, setting: unknown, key: string): void {
  const name = attribute(element, 'valueName')
  const value: unknown = name === key ? JSON.stringify(setting) : Reflect.get(Object(setting), name)
  if (value === undefined && attribute(element, 'required') !== 'true') return
  switch (element.nodeName) {
    case 'text':
      if (typeof value !== 'string' || value.length > Number(attribute(element, 'maxLength')))
        throw new RangeError(`${name} takes no ${JSON.stringify(value)}`)
      registryKey.values.set(name, value)
      break
    case 'decimal':
      if (typeof value !== 'number' || value < Number(attribute(element, 'minValue')) || value > Number(attribute(element, 'maxValue')))
        throw new RangeError(`${name} takes no ${JSON.stringify(value)}`)
      registryKey.values.set(name, value)
      break
    case 'boolean':
      registryKey.values.set(name, value === true ? 1 : 0)
      break
    default:
      throw new RangeError(`no field: ${element.nodeName}`)
  }
}

/** What one file of a template refers to and the other does not have. */
export function danglingReferences(admx: string, adml: string): string[] {
  const [definitions, wording] = [parseXml(admx), parseXml(adml)]
  const strings = new Set(all(wording, 'string').map((element) => attribute(element, 'id')))
  const shown = new Map(
    all(wording, 'presentation').map((element) => [
      attribute(element, 'id'),
      children(element)
        .map((field) => attribute(field, 'refId'))
        .toSorted(),
    ]),
  )
  const referred = [...admx.matchAll(/\$\(string\.(\w+)\)/g)].map(([, name = '']) => name)
  const fieldsOf = (policy: Element) =>
    children(policy)
      .filter(({ nodeName }) => nodeName === 'elements')
      .flatMap((elements) => children(elements).map((field) => attribute(field, 'id')))
      .toSorted()
  return [
    ...referred.filter((name) => !strings.has(name)),
    ...all(definitions, 'policy')
      .filter((policy) => fieldsOf(policy).join(' ') !== shown.get(attribute(policy, 'name'))?.join(' '))
      .map((policy) => attribute(policy, 'name')),
  ]
}
