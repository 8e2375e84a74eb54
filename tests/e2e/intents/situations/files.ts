/** Files that are chosen or dropped. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onExit } from '../../../../scripts/on-exit.ts'
import { temporaryFolder } from '../../../../scripts/temporary-folder.ts'
import type { Situation } from '../situation.ts'

/** Of the browser's own, so that it gives its trusted events; it wants them on a disk. */
function fileNamed(name: string): string {
  const { path, remove } = temporaryFolder('upload')
  onExit(remove)
  const file = join(path, name)
  writeFileSync(file, 'words')
  return file
}

export const FILE_SITUATIONS: Situation[] = [
  {
    name: 'chosen in the browser’s picker: the click that opened it, and the upload because of it',
    group: 'upload',
    body: '<input type="file" id="a" multiple>',
    act: async ({ tab }) => {
      const opened = tab.waitForEvent('filechooser')
      await tab.locator('#a').click()
      await (await opened).setFiles([fileNamed('letter.pdf'), fileNamed('plan.png')])
    },
    truth: [
      { kind: 'click', fields: { 'target.control': 'file' } },
      {
        kind: 'upload',
        fields: { 'target.control': 'file', files: '1-3', classes: ['document', 'image'], sizes: ['<100kB'], via: 'picker', causedBy: 0 },
      },
    ],
  },
  {
    name: 'by a button that opens the picker of a field nobody sees',
    group: 'upload',
    body: `<button>Attach</button><input type="file" id="a" hidden>
      <script>document.querySelector('button').onclick = () => a.click()</script>`,
    act: async ({ tab }) => {
      const opened = tab.waitForEvent('filechooser')
      await tab.getByText('Attach').click()
      await (await opened).setFiles(fileNamed('table.csv'))
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'button' } },
      { kind: 'upload', fields: { files: '1-3', classes: ['spreadsheet'], via: 'picker', causedBy: 0 } },
    ],
  },
  {
    name: 'dropped on the page is an upload on what took it',
    group: 'upload',
    body: `<div id="zone" role="region" aria-label="Upload" style="width:200px;height:100px">Drop here</div>
      <script>zone.ondragover = (event) => event.preventDefault(); zone.ondrop = (event) => event.preventDefault()</script>`,
    act: async ({ tab }) => {
      const session = await tab.context().newCDPSession(tab)
      const data = { items: [], files: [fileNamed('letter.pdf')], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 60, y: 60, data })
      await session.detach()
    },
    truth: [{ kind: 'upload', fields: { 'target.role': 'region', files: '1-3', classes: ['document'], via: 'drop' } }],
  },
  {
    name: 'a picker that is dismissed is a dialog with that outcome',
    group: 'upload',
    body: '<input type="file" id="a">',
    act: async ({ tab }) => {
      const session = await tab.context().newCDPSession(tab)
      await session.send('Page.setInterceptFileChooserDialog', { enabled: true, cancel: true })
      await tab.locator('#a').click()
      await session.send('Page.setInterceptFileChooserDialog', { enabled: false })
      await session.detach()
    },
    truth: [
      { kind: 'click', fields: { 'target.control': 'file', effects: [{ kind: 'dialog', action: 1 }] } },
      { kind: 'dialog', fields: { dialog: 'file', outcome: 'dismissed', causedBy: 0 } },
    ],
  },
]
