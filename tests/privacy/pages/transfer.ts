/** Files, drags and the clipboard. */
import type { PrivacyPage } from '../suite/page.ts'

export const TRANSFER_PAGES: PrivacyPage[] = [
  {
    name: 'files that are chosen, and shown by their names',
    covers: ['file input', 'P3', 'echo of typing'],
    body: (
      plant,
    ) => `<label for="a">Attach files</label><input type="file" id="a" multiple name="${plant('identifier')}"><ul id="l"></ul><p id="s" role="status"></p><button id="e">Upload</button>
      <a id="d" download="${plant('file')}.pdf" href="#">${plant('file')}.pdf</a><button id="g" title="${plant('file')}.xlsx">Download</button>
      <script>a.onchange = () => { for (const file of a.files) l.insertAdjacentHTML('beforeend', '<li><button class="n">' + file.name + '</button><button class="r" aria-label="Remove ' + file.name + '">×</button></li>')
        s.textContent = a.value; e.title = a.value; e.setAttribute('aria-description', a.files[0].name) }</script>`,
    drive: async ({ tab, plant, click }) => {
      const file = () => ({ name: `${plant('file')}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(plant('file')) })
      await tab.locator('#a').setInputFiles([file(), file()])
      await click('.n', '.r', '#s', '#e', '#d', '#g')
    },
    words: ['Upload', 'Download'],
  },
  {
    name: 'a file of the person is chosen and its name is not shown',
    covers: ['file input', 'P3'],
    body: () => '<input type="file" id="a" multiple><input type="file" id="b"><button id="e">Upload</button>',
    drive: async ({ tab, plant, click }) => {
      for (const field of ['#a', '#b']) {
        await tab
          .locator(field)
          .setInputFiles([{ name: `${plant('file')}.docx`, mimeType: 'application/msword', buffer: Buffer.from(plant('file')) }])
        const chooser = tab.waitForEvent('filechooser')
        await click(field)
        await (await chooser).setFiles([{ name: `${plant('file')}.png`, mimeType: 'image/png', buffer: Buffer.from(plant('file')) }])
      }
      await click('#e')
    },
    words: ['Upload'],
  },
  {
    name: 'text that is copied, cut and pasted between fields',
    covers: ['drag and clipboard', 'selection', 'P22'],
    alone: true,
    body: (
      plant,
    ) => `<label>From <input id="a" value="${plant('pasted')}"></label><label>To <input id="b"></label><div id="c" contenteditable></div><p id="s">${plant('page-text')}</p><button id="e" data-clipboard-text="${plant('attribute')}">Copy link</button><button id="f">Paste</button>
      <script>b.oninput = () => { f.textContent = b.value; f.title = b.value }; addEventListener('paste', (event) => { document.title = event.clipboardData.getData('text') })</script>`,
    drive: async ({ tab, plant, type, click, press }) => {
      await click('#a')
      await press('Control+a', 'Control+c')
      await click('#b')
      await press('Control+v')
      await click('#f', '#e')
      await type('#a', 'pasted')
      await press('Control+a', 'Control+x')
      await click('#c')
      await press('Control+v', 'Control+Shift+v')
      await tab.locator('#s').dblclick()
      await press('Control+c')
      await tab.locator('#b').click({ button: 'right' })
      await press('Escape')
      await tab.locator('#b').click()
      await tab.keyboard.insertText(plant('pasted'))
      await click('#f')
    },
    words: ['Copy link'],
  },
  {
    name: 'text, links and files that are dropped',
    covers: ['drag and clipboard', 'file input'],
    body: (
      plant,
    ) => `<label>Note <textarea id="a" style="width:200px;height:60px"></textarea></label><div id="b" draggable="true" aria-label="${plant('attribute')}">${plant('page-text')}</div><div id="c" style="width:200px;height:40px" aria-dropeffect="move">${plant('page-text')}</div><button id="e">Move</button>
      <script>c.ondragover = (event) => event.preventDefault(); c.ondrop = (event) => { event.preventDefault(); e.title = event.dataTransfer.getData('text/plain') }; b.ondragstart = (event) => event.dataTransfer.setData('text/plain', '${plant('page-text')}')</script>`,
    drive: async ({ tab, plant, click }) => {
      const session = await tab.context().newCDPSession(tab)
      const drop = async (selector: string, text: string) => {
        const box = await tab.locator(selector).boundingBox()
        const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 }
        const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 }
        for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...at, data })
      }
      await drop('#a', plant('pasted'))
      await click('#a', '#e')
      await drop('#c', plant('pasted'))
      await tab.locator('#b').dragTo(tab.locator('#c'))
      await click('#c', '#e')
    },
    words: ['Move'],
  },
]
