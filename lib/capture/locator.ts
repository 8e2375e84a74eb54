/**
 * Locators of an element, best first. None needs a search for a short unique selector: that measured 130 ms a click at
 * 5,000 elements. Identifiers stay only where `lib/mask` knows every word of them.
 */
import { isPermittedCss } from '../mask/css.ts'
import { isInterfaceIdentifier } from '../mask/identifier.ts'
import type { Masked, OnlyMasked } from '../mask/masked.ts'
import type { Locator } from '../trace/target.ts'
import { LIMITS, TAGS, type LocatorKind } from '../trace/vocabulary.ts'
import { attribute, countMatches, documentElement, localName, nextElement, parentNode, previousElement, rootOf } from './natives.ts'

const TEST_IDS = ['data-testid', 'data-test', 'data-test-id', 'data-qa', 'data-cy']
const KNOWN_TAGS: ReadonlySet<string> = new Set(TAGS)
/** Steps in a path: the schema's bound; real pages stay under 40. */
const MAX_STEPS = 60
/** Siblings counted for a position: beyond it the list is virtual or hostile, and the path is left out. */
const MAX_SIBLINGS = 5000

type IsEcho = (text: string) => boolean
export type Locators = { locators: OnlyMasked<Locator>[]; masked: boolean }

/** @param isEcho a page may make an id of what was typed */
export function locatorsOf(element: Element, isEcho: IsEcho): Locators {
  const root = rootOf(element)
  const locators: OnlyMasked<Locator>[] = []
  let masked = false
  const offer = (kind: LocatorKind, value: string, css: string) => {
    if (!value) return
    if (isInterfaceIdentifier(value) && !isEcho(value) && isPermittedCss(css))
      locators.push({ kind, css, matches: countMatches(root, css), positional: false })
    else masked = true
  }
  const step = tagStep(element)
  for (const name of TEST_IDS) offer('testid', attribute(element, name), `[${name}="${attribute(element, name)}"]`)
  offer('id', attribute(element, 'id'), `#${attribute(element, 'id')}`)
  offer('name', attribute(element, 'name'), `${step}[name="${attribute(element, 'name')}"]`)
  if (localName(element) === 'input') offer('type', attribute(element, 'type'), `${step}[type="${attribute(element, 'type')}"]`)
  offer('role', attribute(element, 'role'), `${step}[role="${attribute(element, 'role')}"]`)
  locators.sort((a, b) => Math.min(a.matches, 2) - Math.min(b.matches, 2))
  const path = pathOf(element, root, isEcho)
  return { locators: [...locators.slice(0, LIMITS.locators - 1), ...(path ? [path] : [])], masked }
}

function tagStep(element: Element): string {
  const tag = localName(element)
  return KNOWN_TAGS.has(tag) && tag !== 'custom' ? tag : '*'
}

/** Structural path from the nearest ancestor with a permitted, unique id, else from the root. @param own its own id will do */
function pathOf(element: Element, root: Node, isEcho: IsEcho, own = false): OnlyMasked<Locator> | null {
  const steps: string[] = []
  /** Every step is the only one of its kind in the one before: where the first is unique, so is the path. */
  let isUnique = false
  for (let node: Node | null = element; node instanceof Element; node = parentNode(node)) {
    if (steps.length >= MAX_STEPS) return null
    const id = attribute(node, 'id')
    if ((own || node !== element) && isInterfaceIdentifier(id) && !isEcho(id) && countMatches(root, `#${id}`) === 1) {
      steps.unshift(`#${id}`)
      isUnique = true
      break
    }
    const step = stepOf(node)
    if (!step) return null
    steps.unshift(step)
    isUnique = node === documentElement(document)
  }
  const css = steps.join(' > ')
  if (css.length > LIMITS.locatorLength || !isPermittedCss(css)) return null
  return { kind: 'path', css, matches: isUnique ? 1 : countMatches(root, css), positional: css.includes(':nth-') }
}

function stepOf(element: Element): string | null {
  const tag = localName(element)
  if (tag === 'html' || tag === 'body') return tag
  const step = tagStep(element)
  const sameTag = (other: Element) => step === '*' || localName(other) === tag
  let index = 1
  let seen = 0
  for (let other = previousElement(element); other; other = previousElement(other)) {
    if (++seen > MAX_SIBLINGS) return null
    if (sameTag(other)) index++
  }
  let alone = index === 1
  for (let other = nextElement(element); other && alone; other = nextElement(other)) {
    if (++seen > MAX_SIBLINGS) return null
    alone = !sameTag(other)
  }
  if (alone) return step
  return step === '*' ? `*:nth-child(${index})` : `${step}:nth-of-type(${index})`
}

/** CSS of each shadow host around an element, outermost first. */
export function shadowPath(element: Element, isEcho: IsEcho): Masked[] {
  const hosts: Masked[] = []
  for (let root = rootOf(element); root instanceof ShadowRoot; root = rootOf(root.host)) {
    const path = pathOf(root.host, rootOf(root.host), isEcho, true)
    if (!path || hosts.length >= LIMITS.shadowDepth) return []
    hosts.unshift(path.css)
  }
  return hosts
}
