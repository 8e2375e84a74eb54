import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MANIFEST = {
  manifest_version: 3,
  name: 'Toy',
  version: '1.0',
  permissions: ['storage', 'tabs'],
  host_permissions: ['http://*/*'],
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: ['http://*/*'], js: ['page.js'] }],
  storage: { managed_schema: 'schema.json' },
}
const SCHEMA = { type: 'object', properties: { word: { type: 'string' } } }

const WORKER = `
const started = crypto.randomUUID()
let activated = 0
chrome.tabs.onActivated.addListener(() => { activated += 1 })
chrome.storage.managed.onChanged.addListener(() => {})
const database = new Promise((resolve) => {
  const opening = indexedDB.open('toy', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('notes')
  opening.onsuccess = () => resolve(opening.result)
})
chrome.runtime.onMessage.addListener((note, _, reply) => {
  database.then((open) => {
    const writing = open.transaction('notes', 'readwrite')
    writing.objectStore('notes').put({ note, bytes: new Uint8Array([1, 2, 3]).buffer }, note)
    writing.oncomplete = () => chrome.storage.managed.get().then((managed) => reply({ started, managed, activated }))
  })
  return true
})
`
const PAGE = `
chrome.runtime.sendMessage(location.pathname).then((answer) => { document.documentElement.dataset.toy = JSON.stringify(answer) })
`

/** The smallest extension that shows what the harness promises: its worker echoes managed storage into every page. */
export function writeToyExtension(folder: string): void {
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST))
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(SCHEMA))
  writeFileSync(join(folder, 'worker.js'), WORKER)
  writeFileSync(join(folder, 'page.js'), PAGE)
}
