import { Sortable } from 'sortablejs'
import { show } from './show.js'

const list = (id, names) =>
  `<ul id="${id}" style="width:200px;min-height:80px">${names.map((name) => `<li style="height:36px">${name}</li>`).join('')}</ul>`
const sort = (options) => (place) => {
  place.innerHTML = list('open', ['First', 'Second', 'Third', 'Fourth']) + list('closed', ['Fifth'])
  for (const id of ['open', 'closed']) Sortable.create(document.getElementById(id), { group: 'tasks', ...options })
}

show({
  html5: sort({}),
  pointer: sort({ forceFallback: true }),
  handle: (place) => {
    place.innerHTML = list('open', ['First', 'Second', 'Third'])
    for (const item of place.querySelectorAll('li'))
      item.insertAdjacentHTML('afterbegin', '<span class="handle" aria-label="Move">⠿</span> ')
    Sortable.create(document.getElementById('open'), { handle: '.handle', forceFallback: true })
  },
})
