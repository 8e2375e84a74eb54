/** What markup says beside the text: identifiers, addresses of resources, styles, pictures, storage. */
import type { PrivacyPage } from '../suite/page.ts'

const customElement = (name: string) => `<x-${name} class="b4" role="button" tabindex="0">Open</x-${name}>`

export const MARKUP_PAGES: PrivacyPage[] = [
  {
    name: 'ids, classes, test ids, custom elements and data attributes',
    covers: ['identifiers', 'selector by text', 'P5'],
    body: (
      plant,
    ) => `<main id="${plant('identifier')}" class="${plant('identifier')}"><section id="${plant('identifier')}" data-testid="${plant('identifier')}">
      <button class="${plant('identifier')} b1" name="${plant('identifier')}" data-id="${plant('identifier')}">Save</button>
      <button id="${plant('identifier')}" data-qa="${plant('identifier')}" class="b2">Edit</button><button data-test="user-${plant('identifier')}" data-cy="${plant('identifier')}-button" class="b3">Share</button>
      ${customElement(plant('identifier'))}<div role="button ${plant('identifier')}" class="b5" tabindex="0">Copy</div>
      <button id="save-${plant('identifier')}" class="b6" data-test-id="saveButton${plant('identifier')}">Print</button><input class="b7" type="${plant('identifier')}" name="${plant('identifier')}" aria-label="Search">
      <button class="b8" part="${plant('identifier')}" slot="${plant('identifier')}" itemprop="${plant('identifier')}" style="--${plant('style')}:1">Download</button></section></main>`,
    drive: ({ click }) => click('.b1', '.b2', '.b3', '.b4', '.b5', '.b6', '.b7', '.b8'),
    words: ['Save', 'Edit', 'Share', 'Open', 'Copy', 'Print', 'Download'],
  },
  {
    name: 'an id that becomes what was typed, with words of interfaces in it',
    covers: ['identifiers', 'echo of typing', 'mutations'],
    body: () => `<label>Name <input id="a"></label><div id="list"><button id="b" class="c">Add</button></div><button class="d">Move</button>
      <script>const [around, add, move] = document.querySelectorAll('#list,.c,.d')
        a.oninput = () => { add.id = move.id = a.value; around.id = 'list-' + a.value; add.dataset.testid = 'add-' + a.value; add.name = move.dataset.testid = a.value }</script>`,
    drive: async ({ tab, type, click, press }) => {
      await type('#a')
      await click('.c')
      await click('#a')
      await press('Control+a')
      await tab.keyboard.type('banner')
      await click('.d')
    },
    words: ['Add', 'Move'],
    check: (actions) => (JSON.stringify(actions).includes('banner') ? 'a typed word as an identifier' : null),
  },
  {
    name: 'links, downloads, mail and telephone addresses',
    covers: ['href and src', 'P20', 'P27', 'P21'],
    head: (plant) =>
      `<base href="/"><link rel="canonical" href="/${plant('url')}"><link rel="stylesheet" href="/style.css?sig=${plant('url')}"><link rel="icon" href="data:,${plant('url')}">`,
    body: (
      plant,
    ) => `<a id="a" href="/in/${plant('url')}?token=${plant('url')}#${plant('url')}" ping="/${plant('url')}" download="${plant('file')}">Download</a>
      <a id="b" href="mailto:${plant('url')}@example.com?subject=${plant('url')}">Email</a><a id="c" href="tel:+${plant('url')}">Call</a><a id="d" href="javascript:void '${plant('url')}'">Open</a>
      <a id="e" href="https://${plant('other-site')}.example/${plant('other-site')}" target="_blank">Help</a><form action="/${plant('url')}?k=${plant('url')}"><button id="f" formaction="/${plant('url')}">Submit</button></form>
      <img id="g" src="/${plant('url')}.png?X-Amz-Signature=${plant('url')}" srcset="/${plant('url')}.png 2x" alt="Logo" width="40" height="20"><object data="/${plant('url')}" width="10" height="10"></object>
      <video controls poster="/${plant('url')}.jpg" src="/${plant('url')}.mp4" width="200" height="60"></video><script>addEventListener('click', (event) => event.preventDefault())</script>`,
    drive: ({ click }) => click('#a', '#b', '#c', '#d', '#e', '#f', '#g', 'video'),
    words: ['Download', 'Email', 'Call', 'Open', 'Help', 'Submit'],
  },
  {
    name: 'an address with a person in its path, query and fragment',
    covers: ['page address', 'P20', 'referrer, history, window.name'],
    address: (plant) =>
      `?q=${plant('url')}&email=${plant('url')}%40example.com&${plant('url')}=1&token=${plant('url')}#/${plant('url')}?id=${plant('url')}`,
    head: (
      plant,
    ) => `<meta property="og:title" content="${plant('title')}"><meta property="og:url" content="/${plant('url')}"><meta name="author" content="${plant('name-of-person')}">
      <script type="application/ld+json">{"name":"${plant('name-of-person')}"}</script>`,
    body: (plant, { here }) => `<h1>Profile</h1><a id="a" href="${here('in')}">Next</a><button id="b">Edit</button>
      <script>window.name = '${plant('storage')}'; history.replaceState({ a: '${plant('storage')}' }, '${plant('title')}', location.href); localStorage.a = '${plant('storage')}'
        sessionStorage.a = '${plant('storage')}'; document.cookie = 'a=${plant('storage')}'; indexedDB.open('${plant('storage')}')
        b.onclick = () => { history.pushState({ b: '${plant('storage')}' }, '', '/people/${plant('url')}/settings/${plant('url')}?q=${plant('url')}'); location.hash = '${plant('url')}' }</script>`,
    others: (plant) => ({
      in: `<!doctype html><html lang="en"><h1>Profile</h1><script>document.write('<p>' + document.referrer + '</p>')</script><p>${plant('page-text')}</p><button id="done">Finish</button>`,
    }),
    drive: async ({ click, arrive, tab, go, here, plant }) => {
      await click('h1', '#b', 'h1')
      await tab.goBack()
      await click('h1')
      await arrive(() => go(`${here('in')}?from=${plant('url')}`))
      await click('h1', 'p:last-of-type')
    },
    words: ['Edit'],
  },
  {
    name: 'styles that hold text and tokens',
    covers: ['css', 'P21', 'P28'],
    head: (
      plant,
    ) => `<style>#a::before{content:"${plant('style')} "} #b::after{content:attr(data-name)} :root{--user:"${plant('style')}"} #c{background:url("/${plant('style')}.png")}
      @font-face{font-family:"${plant('style')}";src:url("/${plant('style')}.woff")} .${plant('style')}{color:red} /* ${plant('style')} */</style>`,
    body: (
      plant,
    ) => `<button id="a">Save</button><button id="b" data-name="${plant('style')}">Copy</button><button id="c" style="font-family:'${plant('style')}'">Edit</button><span id="d" title="${plant('style')}"></span><button id="e" class="${plant('style')}">Move</button>
      <script>const sheet = new CSSStyleSheet(); sheet.replaceSync('#e::after{content:"${plant('style')}"}'); document.adoptedStyleSheets = [sheet]; document.styleSheets[0].insertRule('#d::before{content:"${plant('style')}"}')</script>`,
    drive: ({ click }) => click('#a', '#b', '#c', '#e', '#d'),
    words: ['Save', 'Copy', 'Edit', 'Move'],
  },
  {
    name: 'drawings, charts, canvas and video with text in them',
    covers: ['svg', 'canvas and video', 'screenshot pixels', 'P27'],
    body: (
      plant,
    ) => `<svg id="a" width="120" height="40"><title>${plant('title')}</title><desc>${plant('page-text')}</desc><text y="20" id="b">${plant('page-text')}</text><a href="/${plant('url')}" id="c"><text y="35">${plant('page-text')}</text></a></svg>
      <button id="d"><svg width="20" height="20" aria-label="${plant('attribute')}"><title>${plant('title')}</title></svg></button><button id="e">Zoom <svg width="10" height="10"><text>${plant('page-text')}</text></svg></button>
      <svg id="f" role="img" aria-label="${plant('attribute')}" width="60" height="20"><foreignObject width="60" height="20"><button id="g">${plant('page-text')}</button></foreignObject></svg>
      <canvas id="h" width="100" height="30" aria-label="${plant('attribute')}">${plant('page-text')}</canvas><video id="i" controls width="200" height="60" title="${plant('title')}"><track label="${plant('attribute')}">${plant('page-text')}</video>
      <math id="j"><mi>${plant('page-text')}</mi></math><object id="k" width="30" height="20" title="${plant('title')}">${plant('page-text')}</object><button id="l">Play</button>
      <script>addEventListener('click', (event) => event.preventDefault()); h.getContext('2d').fillText('${plant('page-text')}', 5, 15)</script>`,
    drive: async ({ tab, click }) => {
      for (const each of ['#a', '#b', '#c', '#f', '#g', '#h', '#i', '#j', '#k']) await tab.locator(each).click({ force: true })
      await click('#d', '#e', '#l')
    },
    words: ['Zoom', 'Play'],
  },
  {
    name: 'attributes that change while nobody acts',
    covers: ['mutations', 'P17', 'P29', 'full snapshot'],
    body: (plant) => `<button id="a">Refresh</button><button id="b">Undo</button><div id="c"></div>
      <script>setInterval(() => { b.setAttribute('aria-label', '${plant('attribute')}'); c.innerHTML = '<p>${plant('page-text')}</p><!--${plant('page-text')}-->'; a.setAttribute('data-x', '${plant('attribute')}'); document.title = '${plant('title')}' }, 20)</script>`,
    drive: ({ click }) => click('#a', '#c', '#b', '#a'),
    words: ['Refresh'],
  },
]
