import select2 from 'select2'
import 'select2/dist/css/select2.css'
import { $ } from 'jquery'
import { show } from './show.js'

// As a module it waits to be told where jQuery is.
select2(globalThis, $)

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']

const over = (attributes, options) => (place) => {
  place.innerHTML = `<label for="status">Status</label> <select id="status" style="width:300px" ${attributes}>${STATUS.map((name) => `<option>${name}</option>`).join('')}</select>`
  $('#status').select2(options)
}

show({
  select: over('', { minimumResultsForSearch: Infinity }),
  search: over('', {}),
  tags: over('multiple', {}),
})
