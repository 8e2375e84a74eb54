/** Changes of the structure around what stays: wrappers and siblings. */
import type { Change } from './change.ts'

/** As in the measurements that this repeats: one element in ten wrapped, one in twelve with a new one beside it. */
const WRAPPED = 0.1
const JOINED = 0.08

/** Where HTML takes any element. */
const PLACES = 'body,div,section,main,article,aside,header,footer,nav,form,fieldset,td,th,li,dd,span,label,figure,details'

function free(): HTMLElement[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element instanceof HTMLElement &&
      element.parentElement?.matches(PLACES) &&
      !element.matches('li,tr,td,th,dt,dd,option,legend,summary,style,script,template') &&
      !element.closest('svg,select'),
  )
}

const isInline = (element: Element) => getComputedStyle(element).display.startsWith('inline')

export const wrappers: Change = (random) => {
  for (const element of free().filter(() => random() < WRAPPED)) {
    const wrapper = document.createElement(isInline(element) ? 'span' : 'div')
    element.replaceWith(wrapper)
    wrapper.append(element)
  }
}

/** What new versions put beside things, with words that are on no page. */
const SIBLINGS = [
  '<span class="badge">Neu 4</span>',
  '<div class="hint">Mip sudo fare</div>',
  '<button type="button">Blim</button>',
  '<a href="/brand-new">Fonu vesa</a>',
  '<i class="icon"></i>',
]
const BANNER =
  '<div class="banner"><p>Sipa vuntu lamo 2.0</p><a href="/whats-new">Remo tisa</a><button type="button" aria-label="Gufe">×</button></div>'

/** A banner on top, and new elements before and after others. */
export const siblings: Change = (random) => {
  for (const element of free().filter(() => random() < JOINED)) {
    const sibling = SIBLINGS[Math.floor(random() * SIBLINGS.length)] ?? ''
    // A button in a button or a link in a link is taken apart by the parser, and released by nobody.
    const isNested = element.closest('a,button,label') !== null
    element.insertAdjacentHTML(random() < 0.5 ? 'beforebegin' : 'afterend', isNested ? '<span class="badge">4</span>' : sibling)
  }
  document.body.insertAdjacentHTML('afterbegin', BANNER)
}
