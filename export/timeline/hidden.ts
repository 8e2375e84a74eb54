import { SIZES } from '../../lib/trace/vocabulary.ts'
import { html, type Html } from './html.ts'
import { sized } from './words.ts'

/** A mark where something was not recorded, with words for those who do not see that it is one. */
export function hidden(text: string): Html {
  return html`<span class="hidden"><span class="spoken">hidden: </span>${text}</span>`
}

/** A name as far as it was kept: its wording in quotes, or a mark that shows the size class. */
export function nameOf(name: string): Html {
  if (!name.startsWith('⟦')) return html`<q class="name">${name}</q>`
  const size = SIZES.find((known) => name.endsWith(`·${known}⟧`))
  return hidden(size ? `name of ${sized(size)}` : 'name')
}
