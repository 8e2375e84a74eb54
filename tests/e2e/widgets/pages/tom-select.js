import TomSelect from 'tom-select'
import 'tom-select/dist/css/tom-select.css'
import { show } from './show.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']

const over = (attributes, options) => (place) => {
  place.innerHTML = `<label for="status">Status</label><select id="status" ${attributes}><option value=""></option>${STATUS.map((name) => `<option>${name}</option>`).join('')}</select>`
  return new TomSelect('#status', options)
}

show({
  select: over('', {}),
  tags: over('multiple', { plugins: ['remove_button'] }),
})
