import { SIZES } from '../../lib/trace/vocabulary.ts'
import { html, type Html } from './html.ts'
import { sized } from './words.ts'

/** A mark where something was not recorded, with words for those who do not see that it is one. */
export function hidden(text: string): Html {
  return html`<span class="hidden"><span class="spoken">hidden: </span>${text}</span>`
}

/** A masked name: the mark shows the size class, which is all that was kept of it. */
export function hiddenName(placeholder: string): Html {
  const size = SIZES.find((known) => placeholder.endsWith(`·${known}⟧`))
  return hidden(size ? `name of ${sized(size)}` : 'name')
}
