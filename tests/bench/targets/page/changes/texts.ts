/** Changes of what stands there to be read. */
import { mulberry32 } from '../../../../fixtures/mulberry32.ts'
import { translated } from '../words.ts'
import type { Change } from './change.ts'

const LABELS = ['aria-label', 'title', 'placeholder', 'alt', 'label']

function rewrite(changed: (text: string) => string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest('script,style,template')) node.data = changed(node.data)
  }
  for (const name of LABELS) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) element.setAttribute(name, changed(element.getAttribute(name) ?? ''))
  }
  for (const button of document.body.querySelectorAll('input:is([type="submit"],[type="button"],[type="reset"])')) {
    button.setAttribute('value', changed(button.getAttribute('value') ?? ''))
  }
}

/** All texts and labels in another language. */
export const translation: Change = () => {
  document.documentElement.lang = 'de'
  rewrite((text) => translated(text, mulberry32))
}

/** Counts, dates, prices and numbers have moved on. */
export const digits: Change = (random) =>
  rewrite((text) => text.replace(/\d/g, (digit) => String((Number(digit) + 1 + Math.floor(random() * 9)) % 10)))
