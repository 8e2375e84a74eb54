/**
 * A list as the recorder of the browser's developer tools writes it: by role and name, CSS, XPath and text, each of them unique when it is
 * taken. The first that is unique when the element is looked for has it. From the description of how it works, not from its code.
 */
import { allAt } from './xpath.ts'
import { only, type Contender } from './competitor.ts'
import type { Injected } from './playwright.ts'

const TEST_IDS = ['data-testid', 'data-test', 'data-qa', 'data-cy', 'data-test-id', 'data-qa-id', 'data-testing']
/** Lengths of a text that is used. */
const TEXT = { shortest: 12, longest: 64 }

type Named = { role: string | null; name: string | null }
type Selector = { kind: 'aria'; chain: Named[] } | { kind: 'css' | 'xpath' | 'text'; value: string }

export function devtools(injected: Injected): Contender {
  let page: { element: Element; role: string; name: string }[] = []
  const read = () => {
    page = [...document.querySelectorAll('*')].map((element) => ({
      element,
      role: injected.getAriaRole(element) ?? '',
      name: injected.getElementAccessibleName(element),
    }))
  }
  const fits =
    ({ role, name }: Named) =>
    (each: (typeof page)[number]) =>
      (role === null || each.role === role) && (name === null || each.name === name)
  const byChain = (chain: readonly Named[]): Element[] =>
    chain.reduce<Element[]>((roots, named, index) => {
      const all = page.filter(fits(named)).map(({ element }) => element)
      return index === 0 ? all : all.filter((element) => roots.some((root) => root !== element && root.contains(element)))
    }, [])

  const aria = (element: Element): Named[] | null => {
    const chain: Named[] = []
    for (let scope: Element | null = element; scope; scope = scope.parentElement) {
      const own = page.find((each) => each.element === scope)
      if (!own || (own.role === '' && own.name === '')) continue
      const ways: Named[] = [
        ...(own.name ? [{ role: null, name: own.name }] : []),
        ...(own.role ? [{ role: own.role, name: null }] : []),
        ...(own.name && own.role ? [{ role: own.role, name: own.name }] : []),
      ]
      const unique = ways.find((way) => only(byChain([way, ...chain])) === element)
      if (unique) return [unique, ...chain]
      const last = ways.at(-1)
      if (last && (chain.length > 0 || scope === element)) chain.unshift(last)
      if (chain.length === 0) return null
    }
    return null
  }

  const foundBy = (selector: Selector): Element | null => {
    if (selector.kind === 'aria') return only(byChain(selector.chain))
    if (selector.kind === 'css') return only([...document.querySelectorAll(selector.value)])
    return only(selector.kind === 'xpath' ? allAt(selector.value) : byText(selector.value))
  }

  return {
    record(element) {
      if (page[0]?.element.isConnected !== true) read()
      const chain = aria(element)
      const text = visibleText(element)
      const list: Selector[] = [
        ...(chain ? [{ kind: 'aria' as const, chain }] : []),
        { kind: 'css', value: cssOf(element) },
        { kind: 'xpath', value: xpathOf(element) },
        ...(text.length >= TEXT.shortest && text.length <= TEXT.longest ? [{ kind: 'text' as const, value: text }] : []),
      ]
      return list.filter((selector) => foundBy(selector) === element)
    },
    open() {
      read()
      return (kept) => {
        for (const selector of Array.isArray(kept) ? kept : []) {
          const found = foundBy(selector)
          if (found) return { found, why: JSON.stringify(selector) }
        }
        return { found: null, why: 'none of the list' }
      }
    },
  }
}

const visibleText = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** The innermost elements with exactly this text. */
function byText(text: string): Element[] {
  const all = [...document.body.querySelectorAll('*')].filter((element) => visibleText(element) === text)
  return all.filter((element) => !all.some((other) => other !== element && element.contains(other)))
}

/** From the nearest element that a test id, an id or a class names alone, down by tags, classes and places. */
function cssOf(element: Element): string {
  const steps: string[] = []
  for (let scope: Element | null = element; scope; scope = scope.parentElement) {
    const alone = namedAlone(scope)
    if (alone) return [alone, ...steps].join(' > ')
    steps.unshift(stepOf(scope))
    const css = steps.join(' > ')
    if (document.querySelectorAll(css).length === 1) return css
  }
  return steps.join(' > ')
}

function namedAlone(element: Element): string | null {
  const ways = [
    ...TEST_IDS.filter((name) => element.hasAttribute(name)).map((name) => `[${name}=${quoted(element.getAttribute(name))}]`),
    ...(element.id ? [`#${CSS.escape(element.id)}`] : []),
    ...Array.from(element.classList, (token) => `.${CSS.escape(token)}`),
  ]
  return ways.find((css) => document.querySelectorAll(css).length === 1) ?? null
}

function stepOf(element: Element): string {
  const type = element.localName === 'input' && element.hasAttribute('type') ? `[type=${quoted(element.getAttribute('type'))}]` : ''
  const siblings = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName)
  if (siblings.length < 2) return element.localName + type
  const token = [...element.classList].find((each) => siblings.filter(({ classList }) => classList.contains(each)).length === 1)
  return token ? `${element.localName}.${CSS.escape(token)}` : `${element.localName}:nth-of-type(${siblings.indexOf(element) + 1})`
}

/** From the nearest id. */
function xpathOf(element: Element): string {
  if (element.id) return `//*[@id=${quoted(element.id)}]`
  const parent = element.parentElement
  if (!parent) return `/${element.localName}`
  const same = [...parent.children].filter(({ localName }) => localName === element.localName)
  return `${xpathOf(parent)}/${element.localName}${same.length > 1 ? `[${same.indexOf(element) + 1}]` : ''}`
}

const quoted = (text: string | null) => JSON.stringify(text ?? '')
