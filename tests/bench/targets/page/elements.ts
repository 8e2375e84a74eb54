/** What of a page is tried: everything that a person can see and act on. */
import type { Chosen, Facts } from '../messages.ts'
import { dataItems } from './lists.ts'

const INTERACTIVE =
  'a[href],button,input:not([type="hidden"]),select,textarea,summary,' +
  ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'combobox', 'textbox'].map((role) => `[role="${role}"]`).join(',')
/** Most targets of one page: a page of a thousand links would be the whole result. */
const MOST = 45

export const allElements = (): Element[] => [...document.querySelectorAll('*')]
/** What a click on an element would act on. */
export const actedOn = (element: Element): Element => element.closest(INTERACTIVE) ?? element

const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
const isSeen = (element: Element) => {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
}

export function labelOf(element: Element): string {
  const text =
    element.getAttribute('aria-label') ?? (textOf(element) || element.getAttribute('placeholder') || element.getAttribute('title'))
  const link = element.getAttribute('href')
  return `<${element.localName}> ${(text ?? '').slice(0, 40)}${link === null ? '' : ` → ${link.slice(0, 40)}`}`
}

export function factsOf(element: Element): Facts {
  const of = (name: string) => element.getAttribute(name) ?? ''
  const labelled = of('aria-label') || of('placeholder') || of('title') || of('alt')
  return {
    tag: element.localName,
    type: of('type'),
    id: of('id'),
    name: of('name'),
    href: of('href'),
    label: labelled,
    text: element.matches('select,textarea')
      ? ''
      : textOf(element) || (element.matches('input[type="submit"],input[type="button"]') ? of('value') : ''),
  }
}

/** Everything that can be acted on, seen or not, in the order of the page. */
export const interactive = (): Element[] => [...document.querySelectorAll(INTERACTIVE)]

/**
 * At most `MOST` targets, drawn by chance; of what stands in the same place of other pages of the package, with the same text and link,
 * only the first.
 */
export function choose(known: ReadonlySet<string>, random: () => number): { targets: Element[]; chosen: Chosen } {
  const data = new Set(dataItems(document.body))
  const itemOf = (element: Element): Element | null => {
    for (let scope: Element | null = element; scope; scope = scope.parentElement) if (data.has(scope)) return scope
    return null
  }
  /** A button of a row is as much the same as the row is. */
  const furnitureOf = (element: Element) => [pathOf(element), element.getAttribute('href'), textOf(itemOf(element) ?? element)].join(' ')
  const candidates = interactive()
    .filter((element) => isSeen(element) && !element.parentElement?.closest('a[href],button'))
    .map((element) => ({ element, furniture: furnitureOf(element) }))
    .filter(({ furniture }) => !known.has(furniture))
  while (candidates.length > MOST) candidates.splice(Math.floor(random() * candidates.length), 1)
  const all = allElements()
  const targets = candidates.map(({ element }) => element)
  return {
    targets,
    chosen: {
      places: targets.map((element) => all.indexOf(element)),
      inData: targets.map((element) => itemOf(element) !== null),
      labels: targets.map(labelOf),
      furniture: candidates.map(({ furniture }) => furniture),
    },
  }
}

/** Absolute XPath. */
export function pathOf(element: Element): string {
  const parent = element.parentElement
  if (!parent) return `/${element.localName}`
  const same = [...parent.children].filter((child) => child.localName === element.localName)
  const step = same.length === 1 ? element.localName : `${element.localName}[${same.indexOf(element) + 1}]`
  return `${pathOf(parent)}/${step}`
}
