/** Changes of what a release writes on the elements that stay: classes, ids, the theme. */
import { hashOf } from '../words.ts'
import type { Change } from './change.ts'
import { styleRenamed } from './sheets.ts'

const everything = () => [...document.querySelectorAll('*')].filter((element) => !document.head.contains(element))

/** As a build step writes them. */
const hashed = (token: string) => `x${hashOf(token).toString(36)}`
const hashedId = (id: string) => `n-${hashOf(id).toString(36)}`

function replaceClasses(replaced: (token: string) => string): void {
  for (const element of everything()) {
    const tokens = element.getAttribute('class')?.split(/\s+/).filter(Boolean)
    if (tokens?.length) element.setAttribute('class', tokens.map(replaced).join(' '))
  }
}

export const classes: Change = () => {
  styleRenamed(hashed, hashedId)
  replaceClasses(hashed)
}

const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers', 'list', 'form']
const LINKS = ['href', 'data-target', 'data-bs-target', 'data-parent', 'data-bs-parent']

/** With everything that refers to them. */
export const ids: Change = () => {
  styleRenamed(hashed, hashedId)
  const known = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))
  const replaced = (id: string) => (known.has(id) ? hashedId(id) : id)
  for (const element of everything()) {
    for (const name of REFERENCES) {
      const value = element.getAttribute(name)
      if (value !== null) element.setAttribute(name, value.split(/\s+/).map(replaced).join(' '))
    }
    for (const name of LINKS) {
      const value = element.getAttribute(name)
      if (value?.startsWith('#')) element.setAttribute(name, `#${replaced(value.slice(1))}`)
    }
    if (element.id) element.id = replaced(element.id)
  }
}

const OPPOSITES = [
  ['light', 'dark'],
  ['white', 'black'],
  ['sun', 'moon'],
] as const

const DARK = `* { background-color: #111 !important; color: #eee !important; border-color: #555 !important; font-size: 112% }`

/** Dark instead of light: attributes of the root, classes that say so, and everything a little larger. */
export const theme: Change = () => {
  for (const element of [document.documentElement, document.body]) {
    for (const name of ['data-theme', 'data-bs-theme', 'data-color-scheme']) {
      element.setAttribute(name, element.getAttribute(name) === 'dark' ? 'light' : 'dark')
    }
    element.classList.toggle('dark')
  }
  const flipped = (word: string) => OPPOSITES.flatMap(([a, b]) => (word === a ? [b] : word === b ? [a] : []))[0] ?? word
  replaceClasses((token) => token.split('-').map(flipped).join('-'))
  const style = document.createElement('style')
  style.textContent = DARK
  document.body.prepend(style)
}
