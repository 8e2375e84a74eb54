import Quill from 'quill'
import 'quill/dist/quill.snow.css'
import { show } from './show.js'

show({
  editor: (place) => {
    place.innerHTML = '<div id="editor"></div>'
    return new Quill('#editor', {
      theme: 'snow',
      modules: { toolbar: [['bold', 'italic'], [{ header: [1, 2, false] }], [{ list: 'ordered' }], ['link']] },
    })
  },
})
