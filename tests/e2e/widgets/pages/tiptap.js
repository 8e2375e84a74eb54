import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { show } from './show.js'

show({
  editor: (place) => {
    place.innerHTML =
      '<div role="toolbar"><button id="bold" aria-pressed="false">Bold</button><button id="list">List</button></div><div id="editor"></div>'
    const editor = new Editor({ element: document.querySelector('#editor'), extensions: [StarterKit], content: '<p></p>' })
    const bold = document.querySelector('#bold')
    bold.addEventListener('click', () => editor.chain().focus().toggleBold().run())
    document.querySelector('#list').addEventListener('click', () => editor.chain().focus().toggleBulletList().run())
    editor.on('transaction', () => bold.setAttribute('aria-pressed', editor.isActive('bold')))
  },
})
