import { EditorView, basicSetup } from 'codemirror'
import { show } from './show.js'

show({
  editor: (place) => new EditorView({ doc: 'const first = 1\nconst second = 2\n', extensions: [basicSetup], parent: place }),
})
