/** Typing that no field tells of, and echoes that come by a detour: a dialog, a drop, another tab, a page later, a path. */
import type { PrivacyPage } from '../suite/page.ts'

const DONE = '<button id="done">Finish</button>'
const shown = (text: string) =>
  `<!doctype html><html lang="en"><h1 id="h">${text}</h1><button id="a">${text}</button><nav><a id="b" href="#x">${text}</a></nav>${DONE}`
const asked = (url: string | undefined, key: string) => new URL(url ?? '', 'http://localhost').searchParams.get(key) ?? ''

export const DETOUR_PAGES: PrivacyPage[] = [
  {
    name: 'a search whose query becomes a part of the path',
    covers: ['echo of typing', 'page address', 'P20'],
    body: (_, { here }) =>
      `<input id="a" aria-label="Search"><button id="b">Search</button><script>b.onclick = () => { location.href = '${here('find')}' + a.value }</script>`,
    drive: async ({ tab, plant, click, press, arrive, here }) => {
      const query = plant('echoed')
      await tab.route(`${here('find')}${query}`, (route) => route.fulfill({ contentType: 'text/html', body: shown(query) }))
      await click('#a')
      await tab.keyboard.type(query)
      await press('Home')
      await arrive(() => click('#b'))
      await click('#h', '#a', '#b')
    },
  },
  {
    name: 'a page that remembers an earlier search, which its address does not show',
    covers: ['echo of typing', 'P30'],
    body: (_, { here }) =>
      `<script>document.body.dataset.submits = 1</script><form action="${here('results')}"><input id="a" name="q" aria-label="Search"><button>Search</button></form>`,
    others: (_, { here }) => {
      let query = ''
      return {
        results: ({ url }) => {
          query = asked(url, 'q')
          return `<!doctype html><html lang="en"><h1>Results</h1><a id="next" href="${here('home')}">Home</a>${DONE}`
        },
        home: () => shown(query),
      }
    },
    drive: async ({ type, click, arrive }) => {
      await type('#a', 'echoed')
      await arrive(() => click('button'))
      await arrive(() => click('#next'))
      await click('#h', '#a', '#b')
    },
    words: ['Search', 'Home'],
  },
  {
    name: 'a link to a tab of its own, which shows what was typed',
    covers: ['echo of typing', 'P30'],
    body: (_, { here }) =>
      `<label>Name <input id="a"></label><a id="b" href="${here('shown')}" target="_blank" rel="noopener noreferrer">Preview</a><script>a.oninput = () => { document.cookie = 'typed=' + a.value + ';path=/' }</script>`,
    others: () => ({ shown: ({ headers }) => shown(/typed=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? '') }),
    drive: async ({ tab, type, click, here, heard }) => {
      await type('#a', 'echoed')
      const opened = tab.context().waitForEvent('page', (page) => page.url().startsWith(here('shown')))
      await click('#b')
      const other = await opened
      await heard(here('shown'))
      for (const each of ['#h', '#a', '#b']) await other.locator(each).click()
      await other.goto('about:blank')
      await other.close()
    },
    words: ['Preview'],
  },
  {
    name: 'an answer to a prompt of the page',
    covers: ['echo of typing', 'keys'],
    body: () =>
      `<button id="a">Rename</button><button id="b">File</button><h2 id="h">Untitled</h2><script>a.onclick = () => { b.textContent = prompt('Name') ?? ''; h.textContent = b.textContent }</script>`,
    drive: async ({ tab, plant, click }) => {
      tab.removeAllListeners('dialog')
      const answer = plant('typed')
      // A person reads the question before answering it, which is how the recorder can tell that there was one.
      tab.once('dialog', (dialog) => void setTimeout(() => void dialog.accept(answer).catch(() => undefined), 1200))
      await click('#a', '#b', '#h')
    },
    words: ['Rename'],
  },
  {
    name: 'text that is dropped or pasted where no field is',
    covers: ['drag and clipboard', 'echo of typing'],
    alone: true,
    body: (
      plant,
    ) => `<input id="i" value="${plant('pasted')}"><div id="c" tabindex="0" style="width:200px;height:40px">Drop here</div><button id="e"></button><h2 id="h">Notes</h2><button id="f">Close</button>
      <script>c.ondragover = (event) => event.preventDefault(); const show = (text) => { e.textContent = text; h.textContent = text }
        c.ondrop = (event) => { event.preventDefault(); show(event.dataTransfer.getData('text/plain')) }; c.onpaste = (event) => show(event.clipboardData.getData('text'))</script>`,
    drive: async ({ tab, plant, click, press }) => {
      const session = await tab.context().newCDPSession(tab)
      const box = await tab.locator('#c').boundingBox()
      const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 }
      const data = { items: [{ mimeType: 'text/plain', data: plant('pasted') }], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...at, data })
      await click('#e', '#h', '#i')
      await press('Control+a', 'Control+c')
      await tab.locator('#i').evaluate((field) => field.remove())
      await click('#c')
      await press('Control+v')
      await click('#e', '#h', '#f')
    },
    words: ['Close'],
  },
  {
    name: 'letters typed without a field, shown in a heading and in a list of commands',
    covers: ['keys', 'echo of typing'],
    body: () => `<div id="a" tabindex="0" role="application">Press a key</div><h2 id="h">Command</h2><button id="b">Run</button><button id="e">Close</button>
      <script>let text = ''; addEventListener('keydown', (event) => { if (event.key.length > 1) return; text += event.key; h.textContent = text; b.textContent = 'Run ' + text })</script>`,
    drive: async ({ tab, plant, click }) => {
      await click('#a')
      await tab.keyboard.type(plant('typed'))
      await click('#h', '#b', '#e')
    },
    words: ['Close'],
  },
  {
    name: 'an on-screen keyboard whose text is shown in a heading',
    covers: ['click sequences', 'echo of typing'],
    body: () => `<h2 id="h">Name</h2><div><div id="board"><div>${[...'abcdefghijklm'].map((key) => `<button>${key}</button>`).join('')}</div><div>${[...'nopqrstuvwxyz'].map((key) => `<button>${key}</button>`).join('')}</div></div></div>
      <script>let text = ''; board.onclick = ({ target }) => { text += target.textContent; h.textContent = text }</script>`,
    drive: async ({ tab, plant, click }) => {
      for (const letter of plant('typed')) await tab.locator('#board button', { hasText: letter }).click()
      await click('#h')
    },
  },
  {
    name: 'what is typed in a frame of another site and shown by the page around it',
    covers: ['iframes', 'unlisted page', 'echo of typing', 'P26'],
    body: (_, { elsewhere }) =>
      `<iframe id="a" src="${elsewhere('pay')}" width="400" height="60"></iframe><h2 id="h">Name</h2><button id="b">Pay</button><button id="e">Close</button><script>addEventListener('message', ({ data }) => { if (typeof data !== 'string') return; b.textContent = 'Pay as ' + data; h.textContent = data })</script>`,
    others: () => ({
      'elsewhere:pay': `<!doctype html><html lang="en"><input id="x"><script>document.getElementById('x').oninput = ({ target }) => parent.postMessage(target.value, '*')</script>`,
    }),
    drive: async ({ tab, plant, click }) => {
      await tab.frameLocator('#a').locator('#x').click()
      await tab.keyboard.type(plant('other-site'))
      await tab
        .locator('#h')
        .filter({ hasText: /^zq\w{13}/ })
        .waitFor()
      await click('#h', '#b', '#e')
    },
    words: ['Close'],
  },
  {
    name: 'values that are filled in without a visit to the field, and shown',
    covers: ['autofill', 'echo of typing', 'password reveal', 'P10'],
    body: (
      plant,
    ) => `<form><input id="a" type="password"><textarea id="b"></textarea><input id="c" type="hidden"><input id="d" autocomplete="email"><div id="f" contenteditable></div></form>${['p', 'q', 'r', 's', 't'].map((id) => `<button id="${id}">Show</button>`).join('')}<button id="e">Close</button>
      <script>const values = ['${plant('autofilled')}', '${plant('autofilled')}', '${plant('hidden')}', '${plant('autofilled')}', '${plant('autofilled')}']
        ;[[a, p], [b, q], [c, r], [d, s]].forEach(([field, button], index) => { field.value = values[index]; button.textContent = field.value }); f.textContent = values[4]; t.textContent = values[4]</script>`,
    drive: ({ click }) => click('#p', '#q', '#r', '#s', '#t', '#e'),
    words: ['Close'],
  },
  {
    name: 'words of interfaces that a person typed, shown by the next page',
    covers: ['echo of typing', 'P30'],
    body: (_, { here }) =>
      `<script>document.body.dataset.submits = 1</script><form action="${here('sent')}" method="post"><input id="a" name="q" aria-label="Title"><button>Create</button></form>`,
    others: () => ({ sent: shown('Archive banner calendar') }),
    drive: async ({ tab, click, arrive }) => {
      await click('#a')
      await tab.keyboard.type('Archive banner calendar')
      await arrive(() => click('button'))
      await click('#h', '#a', '#b')
    },
    check: (actions) =>
      actions.some(({ target }) => target?.name === 'Archive banner calendar')
        ? 'a typed text, in words of interfaces, is kept from the next page'
        : null,
    words: ['Create'],
    known: true,
  },
]
