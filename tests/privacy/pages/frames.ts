/** Documents in documents, and trees within elements. */
import type { PrivacyPage, Visit } from '../suite/page.ts'

const inner = (button: string, more = '') => `<!doctype html><html lang="en"><button id="x">${button}</button><input id="y">${more}`

/** Clicks and types in a frame, and acts in it once more. */
async function inFrame({ tab, plant }: Visit, selector: string): Promise<void> {
  const frame = tab.frameLocator(selector)
  await frame.locator('#x').click()
  await frame.locator('#y').click()
  await tab.keyboard.type(plant('typed'))
  await frame.locator('#x').click()
}

export const FRAME_PAGES: PrivacyPage[] = [
  {
    name: 'frames that inherit their origin: srcdoc, blank, blob and data',
    covers: ['iframes', 'P15', 'P16'],
    body: (
      plant,
    ) => `<div aria-label="${plant('attribute')}" class="private" hidden-by="${plant('attribute')}"><iframe id="a" name="${plant('identifier')}" title="${plant('title')}" srcdoc="<button id='x' class='${plant('identifier')}'>${plant('page-text')}</button><input id='y' value='${plant('hidden')}'>"></iframe></div>
      <iframe id="b" title="${plant('title')}"></iframe><iframe id="c"></iframe><iframe id="d" src="data:text/html,<button id=x>${plant('page-text')}</button><input id=y>"></iframe><button id="e">Close</button>
      <script>b.contentDocument.body.innerHTML = '<button id="x">${plant('page-text')}</button><input id="y">'; c.src = URL.createObjectURL(new Blob(['<button id="x">${plant('page-text')}</button><input id="y">'], { type: 'text/html' }))</script>`,
    drive: async (visit) => {
      for (const frame of ['#a', '#b', '#c', '#d']) await inFrame(visit, frame)
      await visit.click('#e')
    },
    words: ['Close'],
  },
  {
    name: 'frames of the same site, one in another',
    covers: ['iframes', 'P15', 'P26'],
    body: (plant, { here }) =>
      `<main aria-label="${plant('attribute')}"><iframe id="a" src="${here('one')}?q=${plant('url')}#${plant('url')}" width="500" height="300"></iframe></main><button id="e">Close</button>`,
    others: (plant, { here }) => ({
      one: inner(
        plant('page-text'),
        `<p>${plant('page-text')}</p><iframe id="z" src="${here('two')}?${plant('url')}" width="300" height="150"></iframe>`,
      ),
      two: inner(plant('page-text'), `<h1>${plant('name-of-person')}</h1><button id="w">Save</button>`),
    }),
    drive: async (visit) => {
      await inFrame(visit, '#a')
      const deep = visit.tab.frameLocator('#a').frameLocator('#z')
      await deep.locator('#y').click()
      await visit.tab.keyboard.type(visit.plant('typed'))
      await deep.locator('#x').click()
      await deep.locator('#w').click()
      await visit.click('#e')
    },
    words: ['Close', 'Save'],
  },
  {
    name: 'a frame of a site that is not listed, in a listed page',
    covers: ['unlisted page', 'iframes', 'P26'],
    body: (plant, { elsewhere }) =>
      `<iframe id="a" src="${elsewhere('pay')}?card=${plant('other-site')}" title="${plant('other-site')}" name="${plant('other-site')}" width="400" height="200"></iframe><button id="e">Pay</button>`,
    others: (plant) => ({
      'elsewhere:pay': inner(
        plant('other-site'),
        `<title>${plant('other-site')}</title><p>${plant('other-site')}</p><script>parent.postMessage({ type: 'actions', text: '${plant('other-site')}' }, '*'); top.postMessage('${plant('other-site')}', '*')</script>`,
      ),
    }),
    drive: async (visit) => {
      const frame = visit.tab.frameLocator('#a')
      await frame.locator('#x').click()
      await frame.locator('#y').click()
      await visit.tab.keyboard.type(visit.plant('other-site'))
      await frame.locator('#x').click()
      await visit.click('#e')
    },
    check: (actions) => (actions.some(({ frame }) => frame.length > 0) ? 'an action in a frame that is not listed' : null),
    words: ['Pay'],
  },
  {
    name: 'a frame of another listed site',
    covers: ['iframes', 'P26'],
    body: (plant, { beside }) =>
      `<iframe id="a" src="${beside('part')}?q=${plant('url')}" width="400" height="200"></iframe><button id="e">Reply</button>`,
    others: (plant) => ({
      'beside:part': inner(
        plant('page-text'),
        `<h2>${plant('name-of-person')}</h2><button id="w">Print</button><script>c = document.getElementById('y'); c.oninput = () => parent.postMessage(c.value, '*')</script>`,
      ),
    }),
    drive: async (visit) => {
      await inFrame(visit, '#a')
      await visit.tab.frameLocator('#a').locator('#w').click()
      await visit.click('#e')
    },
    words: ['Reply', 'Print'],
  },
  {
    name: 'a listed frame in a page that is not listed',
    covers: ['unlisted page', 'iframes', 'P26'],
    unlisted: true,
    presets: ['interface', 'broad'],
    body: (plant, { here }) =>
      `<h1>${plant('other-site')}</h1><iframe id="a" src="${here('part')}?q=${plant('other-site')}" width="400" height="200"></iframe><iframe id="b" srcdoc="<button id='x'>${plant('other-site')}</button><input id='y'>"></iframe>`,
    others: (plant) => ({ part: inner(plant('other-site'), `<h1>${plant('other-site')}</h1>`) }),
    drive: async ({ tab, plant, click, type }) => {
      for (const selector of ['#a', '#b']) {
        const frame = tab.frameLocator(selector)
        await frame.locator('#x').click()
        await frame.locator('#y').click()
        await tab.keyboard.type(plant('other-site'))
      }
      await click('h1')
      await tab.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input id="c">'))
      await type('#c', 'other-site')
    },
  },
  {
    name: 'a way through a site that is not listed, and back',
    covers: ['unlisted page', 'referrer, history, window.name', 'page address'],
    body: (plant, { elsewhere }) =>
      `<a id="a" href="${elsewhere('private')}?q=${plant('other-site')}">Open</a><button id="b">Help</button>`,
    others: (plant, { here }) => ({
      'elsewhere:private': `<!doctype html><title>${plant('other-site')}</title><h1>${plant('other-site')}</h1><input id="x"><a id="y" href="${here('back')}?from=${plant('other-site')}">${plant('other-site')}</a><script>window.name = '${plant('other-site')}'</script>`,
      back: `<!doctype html><html lang="en"><h1>Home</h1><button id="c">Menu</button><button id="done">Finish</button>`,
    }),
    drive: async ({ tab, plant, click, arrive }) => {
      await click('#b', '#a')
      await tab.locator('#x').click()
      await tab.keyboard.type(plant('other-site'))
      await arrive(() => click('#y'))
      await click('h1', '#c')
    },
    words: ['Help', 'Open', 'Menu'],
  },
  {
    name: 'a page that a frame is written into, and one that changes its frame',
    covers: ['iframes', 'P15', 'mutations'],
    body: (
      plant,
    ) => `<iframe id="a"></iframe><div class="private"><iframe id="b" srcdoc="<button id='x'>Start</button><input id='y'>"></iframe></div><button id="e">Load</button>
      <script>a.contentDocument.open(); a.contentDocument.write('<button id="x">${plant('page-text')}</button><input id="y">'); a.contentDocument.close()
        e.onclick = () => { b.contentDocument.body.insertAdjacentHTML('beforeend', '<h1>${plant('page-text')}</h1><button id="w">${plant('name-of-person')}</button>') }</script>`,
    drive: async (visit) => {
      await inFrame(visit, '#a')
      await visit.click('#e')
      await inFrame(visit, '#b')
      await visit.tab.frameLocator('#b').locator('#w').click()
    },
    words: ['Load'],
  },
  {
    name: 'shadow roots: open, nested, late, with text of their own',
    covers: ['shadow dom', 'P13', 'P14'],
    body: (
      plant,
    ) => `<div id="a" class="private" aria-label="${plant('attribute')}" data-value="${plant('attribute')}"></div><x-card id="b" title="${plant('attribute')}" class="${plant('identifier')}"></x-card><button id="e">Attach</button><div id="f"></div>
      <script>const root = a.attachShadow({ mode: 'open' }); root.innerHTML = '${plant('page-text')}<button id="x" part="${plant('identifier')}">${plant('page-text')}</button><div id="n"></div><input id="y"><slot name="${plant('identifier')}"></slot>'
        root.getElementById('n').attachShadow({ mode: 'open' }).innerHTML = '<h2 class="h" tabindex="0">${plant('name-of-person')}</h2><button class="z">${plant('page-text')}</button><button class="s">Select</button>'
        b.attachShadow({ mode: 'open' }).append('${plant('page-text')}', document.createElement('hr'))
        e.onclick = () => { f.attachShadow({ mode: 'open' }).innerHTML = '${plant('page-text')}<textarea class="t">${plant('hidden')}</textarea><ul><li><button class="u">${plant('page-text')}</button></li></ul>' }</script>`,
    drive: async ({ tab, plant, click }) => {
      await click('#x', '.h', '.z', '.s', '#y')
      await tab.keyboard.type(plant('typed'))
      await tab.locator('#b').click({ force: true })
      await click('#e', '.t')
      await tab.keyboard.type(plant('typed'))
      await click('.u')
    },
    words: ['Select', 'Attach'],
  },
  {
    name: 'closed shadow roots whose host says what is typed in them',
    covers: ['shadow dom', 'P13', 'echo of typing'],
    body: (
      plant,
    ) => `<div id="a" tabindex="0"></div><x-field id="b" role="textbox" aria-label="${plant('attribute')}" tabindex="0"></x-field><button id="e">Save</button>
      <script>for (const host of [a, b]) { const root = host.attachShadow({ mode: 'closed', delegatesFocus: true }); root.innerHTML = '<input style="width:200px"><button>${plant('page-text')}</button>'
        root.firstChild.oninput = ({ target }) => { host.setAttribute('value', target.value); host.setAttribute('aria-label', target.value); host.title = target.value; host.setAttribute('aria-valuetext', target.value) } }</script>`,
    drive: async ({ tab, plant, click }) => {
      for (const host of ['#a', '#b']) {
        await tab.locator(host).click({ position: { x: 30, y: 10 } })
        await tab.keyboard.type(plant('typed'))
        // Another element between: a second press on the same one is taken for a double click, with the name of the first.
        await click('#e')
        await tab.locator(host).click({ position: { x: 30, y: 10 } })
      }
      await click('#e')
    },
    words: ['Save'],
  },
]
