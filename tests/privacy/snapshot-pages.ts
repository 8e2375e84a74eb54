/** A page with 84 secrets in the 14 positions in which recorders were measured to leak, and interface words that must survive. */

/** Unlike any word of ours, and found in any case, also inside other words. Letters only, so that no rule about digits helps. */
const CANARY = 'zqsnap'

export const POSITIONS = {
  'typed values': 6,
  contenteditable: 2,
  'control values': 12,
  'button values': 5,
  'options and suggestions': 8,
  'names and hints': 9,
  'addresses, styles and data': 9,
  frames: 5,
  'shadow root of a masked host': 5,
  'blocked host and its shadow root': 5,
  'text directly in a shadow root': 2,
  'address of the page': 3,
  'title, meta and comment': 6,
  'page text': 7,
} as const
export type Position = keyof typeof POSITIONS

/** `shown` can be read on the screen: on a public site it may be kept. */
type Secret = { text: string; position: Position; shown: boolean }

/** Words of the interface of the page below, as often as they stand in it. */
// prettier-ignore
export const INTERFACE = [
  'Main', 'Home', 'Inbox', 'Reports', 'Settings', 'Help', 'Account settings', 'First name', 'Last name', 'Search', 'Country', 'Save', 'Cancel',
  'Edit', 'Edit', 'Edit', 'Delete', 'Delete', 'Delete', 'Name', 'Status', 'Actions', 'Show all', 'Next page', 'Previous page', 'Upload file',
  'Notifications', 'Close', 'Apply filter', 'Sign', 'out', 'More options',
]

export type Planted = {
  html: string
  secrets: Secret[]
  /** What is typed, by the id of its field; `query`, `hash` and `pushed` belong to the address, `file` to the upload. */
  typed: Record<string, string>
}

export function plant(): Planted {
  const secrets: Secret[] = []
  const add = (position: Position, shown: boolean) => {
    const number = String(secrets.length).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
    const text = `${CANARY}${number}${CANARY}`
    secrets.push({ text, position, shown })
    return text
  }
  const hide = (position: Position) => add(position, false)
  const show = (position: Position) => add(position, true)

  const typed: Record<string, string> = {}
  for (const id of ['typed-text', 'typed-search', 'typed-password', 'typed-textarea', 'typed-code', 'typed-tel'])
    typed[id] = hide('typed values')
  typed['typed-editor'] = hide('contenteditable')
  typed.file = hide('control values')
  typed.query = hide('address of the page')
  typed.hash = hide('address of the page')
  typed.pushed = hide('address of the page')

  const html = `<!doctype html><html lang="en"><head><title>${hide('title, meta and comment')}</title>
<meta name="description" content="${hide('title, meta and comment')}"><meta property="og:title" content="${hide('title, meta and comment')}">
<script type="application/json">{"user":"${hide('title, meta and comment')}"}</script><!-- ${hide('title, meta and comment')} --></head>
<body>
<!-- ${hide('title, meta and comment')} -->
<nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/inbox">Inbox</a></li><li><a href="/reports">Reports</a></li><li><a href="/settings">Settings</a></li><li><a href="/help">Help</a></li></ul></nav>
<main>
  <h1>Account settings</h1><h1 id="h">${show('page text')}</h1>
  <p>Open the report and save</p><p>${show('page text')}</p><div>${show('page text')}</div><blockquote>${show('page text')}</blockquote>
  <form action="/${hide('addresses, styles and data')}">
    <label>First name <input id="typed-text"></label>
    <label for="typed-tel">Last name</label><input id="typed-tel" type="tel">
    <input id="typed-search" type="search" aria-label="Search">
    <input id="typed-password" type="password"><textarea id="typed-textarea"></textarea>
    <input id="typed-code" autocomplete="one-time-code">
    <div id="typed-editor" contenteditable="plaintext-only"></div><div contenteditable>${hide('contenteditable')}</div>
    <input id="with-value" value="${hide('control values')}"><input type="search" value="${hide('control values')}">
    <input type="hidden" name="token" value="${hide('control values')}"><input type="hidden" id="csrf" value="${hide('control values')}">
    <input type="HIDDEN" value="${hide('control values')}">
    <input id="cleared" value="${hide('control values')}"><textarea id="cleared-area">${hide('control values')}</textarea>
    <input type="checkbox" value="${hide('control values')}"><input type="radio" name="r" value="${hide('control values')}" checked>
    <input id="with-password" type="password" value="${hide('control values')}"><input id="revealed" type="password" value="${hide('control values')}">
    <input id="file" type="file">
    <input type="button" value="${show('button values')}"><input type="submit" value="${show('button values')}"><input type="reset" value="${show('button values')}">
    <input type="image" value="${hide('button values')}"><button type="button" value="${hide('button values')}">Apply filter</button>
    <label>Country <select id="country"><option value="${hide('options and suggestions')}">${show('options and suggestions')}</option>
      <optgroup label="${show('options and suggestions')}"><option label="${show('options and suggestions')}" value="x"></option><option selected>${show('options and suggestions')}</option></optgroup></select></label>
    <input list="list"><datalist id="list"><option value="${hide('options and suggestions')}"><option label="${hide('options and suggestions')}" value="y"><option>${hide('options and suggestions')}</option></datalist>
    <input placeholder="${show('names and hints')}"><textarea placeholder="${show('names and hints')}"></textarea>
    <button type="button" title="${show('names and hints')}"></button><span title="${hide('names and hints')}">·</span>
    <button type="button" aria-label="${show('names and hints')}">x</button><section aria-label="${show('names and hints')}"></section>
    <button type="button" aria-description="${hide('names and hints')}" aria-roledescription="${hide('names and hints')}">Save</button>
    <img alt="${show('names and hints')}" width="20" height="20" src="/${hide('addresses, styles and data')}.png">
    <button type="button" formaction="/${hide('addresses, styles and data')}">Cancel</button>
  </form>
  <a href="/${hide('addresses, styles and data')}?q=${hide('addresses, styles and data')}">Show all</a>
  <a href="#" id="${hide('addresses, styles and data')}" class="${hide('addresses, styles and data')}">Next page</a><a href="#">Previous page</a>
  <div data-user="${hide('addresses, styles and data')}" style="--user: ${hide('addresses, styles and data')}"><button>Upload file</button></div>
  <iframe srcdoc="<p>${hide('frames')}</p><input value='${hide('frames')}'>" title="${hide('frames')}"></iframe>
  <div class="rr-mask"><iframe id="written"></iframe></div>
  <table><thead><tr><th>Name</th><th>Status</th><th>Actions</th></tr></thead><tbody>
    <tr><td>${show('page text')}</td><td>Open</td><td><button>Edit</button><button>Delete</button></td></tr>
    <tr><td>b</td><td>Closed</td><td><button>Edit</button><button>Delete</button></td></tr>
    <tr><td>c</td><td>Closed</td><td><button>Edit</button><button>Delete</button></td></tr></tbody></table>
  <ul><li>${show('page text')}</li></ul><button>${show('page text')}</button>
  <x-masked id="masked" class="rr-mask"></x-masked>
  <x-blocked id="blocked" class="rr-block" data-name="${hide('blocked host and its shadow root')}">${show('blocked host and its shadow root')}<div id="inner-blocked"></div></x-blocked>
  <x-bare id="bare"></x-bare>
  <h2>Notifications</h2><button>Close</button><button><span>Sign</span> <b>out</b></button><button title="More options"><svg width="10" height="10"></svg></button>
</main>
<script>
  const root = (id, html) => { document.getElementById(id).attachShadow({ mode: 'open' }).innerHTML = html }
  root('masked', '<p>${show('shadow root of a masked host')}</p><input value="${hide('shadow root of a masked host')}"><a href="/${hide('shadow root of a masked host')}" aria-label="${show('shadow root of a masked host')}">x</a><input placeholder="${show('shadow root of a masked host')}">')
  root('blocked', '<p>${show('blocked host and its shadow root')}</p><slot></slot>')
  root('inner-blocked', '<p>${show('blocked host and its shadow root')}</p><input value="${hide('blocked host and its shadow root')}">')
  root('bare', '${show('text directly in a shadow root')}')
  const frame = document.getElementById('written').contentDocument
  frame.body.innerHTML = '<p>${hide('frames')}</p><input value="${hide('frames')}">'
  window.mutate = (typed) => {
    document.getElementById('cleared').value = ''
    document.getElementById('cleared-area').value = ''
    for (const id of ['revealed', 'typed-password']) document.getElementById(id).type = 'text'
    const copy = document.getElementById('with-password').cloneNode()
    copy.type = 'text'; copy.removeAttribute('id')
    document.getElementById('with-password').replaceWith(copy)
    for (const id of Object.keys(typed)) document.getElementById(id)?.setAttribute('value', typed[id])
    document.getElementById('bare').shadowRoot.append('${show('text directly in a shadow root')}')
    document.getElementById('h').setAttribute('aria-label', typed['typed-text'])
    document.querySelector('#typed-editor').append(document.createElement('b'))
  }
</script></body></html>`
  return { html, secrets, typed }
}

/** A page with about as many elements as it is asked for, in rows of five. */
export function large(elements: number): string {
  const row = '<tr><td><a href="#">Open</a></td><td><button>Edit</button></td></tr>'
  return `<!doctype html><html lang="en"><body><table>${row.repeat(Math.round(elements / 5))}</table></body></html>`
}

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
/** Everything rrweb can inline, and what it should not walk into. */
export const PICTURES = `<!doctype html><html><head><style>.inlinestyle { color: red }</style></head><body><!-- commented -->
<style>.inlinestyle { color: red }</style><link rel="stylesheet" href="data:text/css,.linkedstyle{color:red}"><canvas></canvas>
<img src="${PIXEL}"><iframe srcdoc="<p>framed</p>"></iframe><svg><text>drawn</text></svg><noscript>unscripted</noscript>
<script>/* scripttext */ document.querySelector('canvas').getContext('2d').fillRect(0, 0, 10, 10)</script></body></html>`

/** Controls with values and states. */
export const CONTROLS = `<!doctype html><html lang="en"><body style="margin:0">
<input value="Marguerite Le"><input name="secret" type="password" value="abcd"><input autocomplete="one-time-code" value="123456">
<input type="checkbox" required checked><input type="range"><input type="file"><textarea>abc</textarea><div contenteditable>abcd <b>e</b></div>
<select><option>Open</option><option>Closed</option></select><select><option>Save</option><option selected>Marie</option></select>
<iframe srcdoc="<p>x</p>" title="Search"></iframe><p hidden>Save</p><p>Save</p><x-host></x-host>
<section style="height:100px;overflow:auto"><div style="height:2000px"></div></section>
<script>document.querySelector('x-host').attachShadow({ mode: 'open' }).innerHTML = '<button aria-expanded="false">Save</button>'
document.querySelector('[type=checkbox]').indeterminate = true
document.querySelector('section').scrollTop = 260</script></body></html>`

const SECRET = 'zqsnapzqsnap'
const NAMES = [
  'attributes',
  'childNodes',
  'closest',
  'matches',
  'classList',
  'tagName',
  'nodeType',
  'parentNode',
  'textContent',
  'shadowRoot',
]
const scripted = (script: string) => `<!doctype html><html lang="en"><body><p id="p">${SECRET}</p><script>${script}</script></body></html>`

/** What it does, the page, and whether it has a snapshot all the same. */
export const HOSTILE: [what: string, html: string, survives: boolean][] = [
  [
    'a form whose controls are named like properties',
    `<!doctype html><html lang="en"><body><form title="${SECRET}">${SECRET}${NAMES.map((name) => `<input name="${name}" value="${SECRET}">`).join('')}</form></body></html>`,
    true,
  ],
  ['a document that is an editor', scripted("document.designMode = 'on'"), false],
  ['a document that is an editor, and hides it', scripted("document.designMode = 'on'; p.innerHTML = '<img name=designMode>'"), false],
  ['an element named like what makes elements', scripted("p.innerHTML += '<img name=createElement>'"), true],
  [
    'a tree 1,000 levels deep',
    scripted("let at = p; for (let i = 0; i < 1000; i++) at = at.appendChild(document.createElement('div'))"),
    true,
  ],
  [
    'more nodes than may be walked, in a shadow root',
    scripted("p.attachShadow({ mode: 'open' }).innerHTML = '<i></i>'.repeat(50000)"),
    false,
  ],
  ['more nodes than a snapshot holds', scripted("p.innerHTML = '<i></i>'.repeat(50000)"), false],
  [
    'megabytes in a name and in a text',
    scripted(`p.title = p.textContent = '${SECRET}'.repeat(200000); p.setAttribute('role', 'button')`),
    true,
  ],
  [
    'prototypes that the page has changed',
    scripted(
      `Object.prototype.name = Object.prototype.text = '${SECRET}'; Array.prototype.toJSON = () => '${SECRET}'; String.prototype.replace = () => '${SECRET}'`,
    ),
    true,
  ],
  [
    'processing instructions and comments',
    scripted(`p.append(document.createComment('${SECRET}'), document.createProcessingInstruction('x', '${SECRET}'))`),
    true,
  ],
  [
    'custom elements named for persons',
    scripted(`p.append(document.createElement('x-${SECRET}'), document.createElement('${SECRET}'))`),
    true,
  ],
]
