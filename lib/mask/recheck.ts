/**
 * The masker's second look, run by the worker on arrival and by the collector on ingest: the schema says what shape a
 * string has, this says whether the masker could have made it.
 */
import type { Action, Draft } from '../trace/action.ts'
import type { Target } from '../trace/target.ts'
import { CONTROLS, TAGS } from '../trace/vocabulary.ts'
import { isInterfaceIdentifier } from './identifier.ts'

const QUOTED = /"([^"]*)"/g
const HASH = /#([A-Za-z_-]+)/g
const KIND = /^⟦([a-z-]+)[·⟧]/u
const ELEMENT = /(?:^| > )([a-z][a-z0-9]*)/g

function isPermittedCss(css: string): boolean {
  for (const pattern of [QUOTED, HASH]) for (const [, word = ''] of css.matchAll(pattern)) if (!isInterfaceIdentifier(word)) return false
  for (const [, tag = ''] of css.matchAll(ELEMENT)) if (!TAGS.some((known) => known === tag)) return false
  return true
}

/** A placeholder has the shape of a name; its kind must be one the masker knows, or it would be a name. */
function isPermittedName(name: string): boolean {
  const [, kind = ''] = KIND.exec(name) ?? []
  return CONTROLS.some((control) => control === kind)
}

function unpermittedInTarget(target: Target, path: string): string | null {
  if (target.name !== null && !isPermittedName(target.name)) return `${path}.name`
  for (const [index, locator] of target.locators.entries()) if (!isPermittedCss(locator.css)) return `${path}.locators.${index}.css`
  for (const [index, css] of target.shadow.entries()) if (!isPermittedCss(css)) return `${path}.shadow.${index}`
  return null
}

/** Path of the first string in an action that the masker cannot have made, or null. The path names fields, never content. */
export function unpermitted(action: Action | Draft): string | null {
  if (action.target) {
    const path = unpermittedInTarget(action.target, 'target')
    if (path) return path
  }
  return action.kind === 'drag' && action.destination ? unpermittedInTarget(action.destination, 'destination') : null
}
