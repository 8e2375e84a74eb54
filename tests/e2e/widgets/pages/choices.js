import Choices from 'choices.js'
import 'choices.js/public/assets/styles/choices.css'
import { show } from './show.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']

/** Choices keeps the order it is given only if told so. */
const over = (attributes, options) => (place) => {
  place.innerHTML = `<select ${attributes}>${STATUS.map((name) => `<option>${name}</option>`).join('')}</select>`
  return new Choices(place.firstChild, { shouldSort: false, itemSelectText: '', ...options })
}

show({
  select: over('aria-label="Status"', { searchEnabled: false }),
  search: over('aria-label="Status"', {}),
  tags: over('aria-label="Status" multiple', { removeItemButton: true }),
})
