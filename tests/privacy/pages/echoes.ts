/** What a person types comes back: on the same page, in its controls, and on the next one. */
import type { PrivacyPage } from '../suite/page.ts'

const ECHO = (body: string) => `<label>Title <input id="a"></label><p id="preview"></p>${body}`

export const ECHO_PAGES: PrivacyPage[] = [
  {
    name: 'a preview, a heading and a window title that follow the field',
    covers: ['echo of typing', 'title', 'P17', 'mutations'],
    body: () => `${ECHO('<h1 id="h">Draft</h1><button id="b">Publish</button>')}
      <script>a.oninput = () => { preview.textContent = a.value; h.textContent = a.value; document.title = a.value; const [button] = document.getElementsByTagName('button'); button.id = a.value; button.className = a.value }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await click('h1', '#preview', 'text=Publish', 'h1')
    },
    words: ['Publish'],
  },
  {
    name: 'a button renamed with what was typed',
    covers: ['echo of typing', 'accessible name', 'P22'],
    body: () => `${ECHO('<button id="b">Create</button><button id="c" aria-label="Create">+</button><button id="d">Share</button>')}
      <script>a.oninput = () => { b.textContent = 'Create ' + a.value; c.setAttribute('aria-label', a.value); d.title = a.value; d.setAttribute('aria-description', a.value) }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await click('#b', '#c', '#d')
    },
    words: ['Share'],
  },
  {
    name: 'toasts, alerts and live regions that repeat what was typed',
    covers: ['echo of typing', 'P22'],
    body: () => `${ECHO('<div id="b" role="status"></div><div id="c" role="alert"></div><div id="d" aria-live="polite"><button id="e">Undo</button></div><button id="f">Save</button>')}
      <script>a.oninput = () => { b.textContent = a.value + ' saved'; c.textContent = 'No results for ' + a.value; e.textContent = 'Undo ' + a.value }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await click('#b', '#c', '#e', '#f')
    },
    words: ['Save'],
  },
  {
    name: 'chips, tags and mentions made of what was typed',
    covers: ['echo of typing', 'textarea and contenteditable', 'datalist and combobox'],
    body: (plant) => `${ECHO('<ul id="chips"></ul><div role="listbox" id="list"></div><button id="f">Add</button>')}
      <script>a.onkeydown = (event) => { if (event.key !== 'Enter') return
        chips.insertAdjacentHTML('beforeend', '<li><span>' + a.value + '</span><button class="x" aria-label="Remove ' + a.value + '">×</button></li>')
        list.innerHTML = '<div role="option" tabindex="0">' + a.value + '</div><div role="option" tabindex="0">${plant('name-of-person')}</div>'; a.value = '' }</script>`,
    drive: async ({ type, click, press }) => {
      for (let each = 0; each < 3; each++) {
        await type('#a')
        await press('Enter')
      }
      await click('.x', 'li span', '[role=option]', '[role=option]:nth-child(2)', '#f')
    },
    words: ['Add'],
  },
  {
    name: 'an echo in other letters: capitals, accents, turned round, in pieces, initials',
    covers: ['echo of typing', 'split and encoded text'],
    body: () => `${ECHO('<button id="b">One</button><button id="c">Two</button><button id="d">Three</button><button id="e">Four</button><button id="f">Five</button><button id="g">Six</button>')}
      <script>a.oninput = () => { const v = a.value; b.textContent = v.toUpperCase(); c.textContent = [...v].reverse().join(''); d.innerHTML = [...v].map((x) => '<i>' + x + '</i>').join('')
        e.textContent = v.slice(0, 6) + '…'; f.textContent = btoa(v); g.textContent = [...v].map((x) => x + '\\u0301').join('') }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await click('#b', '#c', '#d', '#e', '#f', '#g')
    },
  },
  {
    name: 'an echo behind another word: letter by letter, and turned round',
    covers: ['echo of typing', 'split and encoded text'],
    body: () => `${ECHO('<button id="b">One</button><button id="c">Two</button><button id="d">Close</button>')}
      <script>a.oninput = () => { b.innerHTML = 'For ' + [...a.value].map((x) => '<i>' + x + '</i>').join(''); c.textContent = 'For ' + [...a.value].reverse().join('') }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await click('#b', '#c', '#d')
    },
    words: ['Close'],
  },
  {
    name: 'a form that fails and comes back with what was typed',
    covers: ['P30', 'echo of typing', 'value property and attribute'],
    body: (_, { here }) => `<script>document.body.dataset.submits = 1</script><form action="${here('again')}" method="get">
      <label>Email <input id="a" name="email"></label><label>Name <input id="b" name="name"></label><button>Register</button></form>`,
    others: () => ({
      again: (request) => {
        const asked = new URL(request.url ?? '', 'http://localhost').searchParams
        const [email, name] = [asked.get('email') ?? '', asked.get('name') ?? '']
        return `<!doctype html><html lang="en"><title>${email}</title><h1 id="h">${name}</h1><form><label>Email <input id="a" value="${email}"></label>
          <p role="alert" id="c">${email} is taken</p><button type="button" id="b" title="${email}">Register</button><button type="button" id="d">${name}</button><a id="e" href="#">${email}</a></form><button id="done">Finish</button>`
      },
    }),
    drive: async ({ type, click, arrive }) => {
      await type('#a', 'echoed')
      await type('#b', 'echoed')
      await arrive(() => click('text=Register'))
      await click('#c', '#d', '#h', '#b')
    },
    words: ['Register'],
  },
  {
    name: 'a result page that shows what was sent by post',
    covers: ['echo of typing', 'P30'],
    body: (_, { here }) => `<script>document.body.dataset.submits = 1</script><form action="${here('sent')}" method="post">
      <label>Subject <input id="a" name="subject"></label><label>Message <textarea id="b" name="message"></textarea></label><button>Send</button></form>`,
    others: (_, { here }) => ({
      sent: async (request) => {
        let sent = ''
        for await (const part of request) sent += String(part)
        const form = new URLSearchParams(sent)
        const [subject, message] = [form.get('subject') ?? '', form.get('message') ?? '']
        return `<!doctype html><html lang="en"><title>${subject}</title><h1 id="h">${subject}</h1><button id="a">Reply to ${subject}</button><a id="b" href="#x">${message}</a>
          <button id="c">${message}</button><a id="next" href="${here('list')}?s=${subject}">Back</a><button id="done">Finish</button>`
      },
      list: (request) => {
        const subject = new URL(request.url ?? '', 'http://localhost').searchParams.get('s') ?? ''
        return `<!doctype html><html lang="en"><h1>Sent</h1><nav><a id="a" href="#m">${subject}</a></nav><button id="b" title="${subject}">${subject}</button><button id="done">Finish</button>`
      },
    }),
    drive: async ({ type, click, arrive }) => {
      await type('#a', 'echoed')
      await type('#b', 'echoed')
      await arrive(() => click('text=Send'))
      await click('#h', '#a', '#b', '#c')
      await arrive(() => click('#next'))
      await click('#a', '#b')
    },
    words: ['Send'],
  },
  {
    name: 'a search by address whose page shows the query',
    covers: ['echo of typing', 'page address', 'P20'],
    body: (_, { here }) =>
      `<script>document.body.dataset.submits = 1</script><form action="${here('results')}"><input id="a" name="q" aria-label="Search"><button>Search</button></form>`,
    others: () => ({
      results: (request) => {
        const query = new URL(request.url ?? '', 'http://localhost').searchParams.get('q') ?? ''
        return `<!doctype html><html lang="en"><title>${query}</title><h1 id="h">Results for ${query}</h1><form><input id="a" value="${query}"><button>Search</button></form>
          <nav><a id="b" href="#r">${query} images</a></nav><button id="c">Save search ${query}</button><a id="d" href="?q=${query}&page=2">Next</a><button id="done">Finish</button>`
      },
    }),
    drive: async ({ type, click, arrive }) => {
      await type('#a', 'echoed')
      await arrive(() => click('button'))
      await click('#h', '#b', '#c')
      await arrive(() => click('#d'))
      await click('#h', '#b', '#c')
    },
    words: ['Search', 'Next'],
  },
  {
    name: 'a single-page application that shows what was typed after it moved on',
    covers: ['echo of typing', 'page address', 'P20', 'referrer, history, window.name'],
    body: () => `<label>Project <input id="a"></label><button id="b">Create</button><main id="m"></main>
      <script>b.onclick = () => { history.pushState({ name: a.value }, '', '?name=' + a.value + '#' + a.value); const name = a.value; a.remove(); document.title = name
        m.innerHTML = '<h1>' + name + '</h1><button id="c">' + name + '</button><div role="tab" tabindex="0" id="d">' + name + '</div><button id="e">Settings</button>'
        localStorage.name = name; sessionStorage.name = name; document.cookie = 'name=' + name; window.name = name }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await click('#b', 'h1', '#c', '#d', '#e')
    },
    words: ['Create', 'Settings'],
  },
  {
    name: 'what was typed in a frame is shown by the page around it, and the other way round',
    covers: ['echo of typing', 'iframes'],
    body: (
      _,
      { here },
    ) => `<label>Name <input id="a"></label><button id="b">Open</button><iframe src="${here('inner')}" name="in" width="400" height="120"></iframe>
      <script>addEventListener('message', ({ data }) => { b.textContent = data }); a.oninput = () => frames[0].postMessage(a.value, '*')</script>`,
    others: () => ({
      inner: `<!doctype html><html lang="en"><input id="c"><button id="d">Close</button><script>c.oninput = () => parent.postMessage(c.value, '*'); addEventListener('message', ({ data }) => { d.textContent = data })</script>`,
    }),
    drive: async ({ tab, plant, type, click }) => {
      const inner = tab.frameLocator('iframe')
      await inner.locator('#c').click()
      await tab.keyboard.type(plant('typed'))
      await tab.locator('#b').filter({ hasText: /^zq/ }).waitFor()
      await click('#b')
      await type('#a')
      await inner.locator('#d').filter({ hasText: /^zq/ }).click()
    },
  },
  {
    name: 'a tab that is opened to show what was typed',
    covers: ['echo of typing', 'unlisted page'],
    body: (_, { here }) =>
      `<label>Name <input id="a"></label><button id="b">Preview</button><script>b.onclick = () => open('${here('shown')}#' + a.value)</script>`,
    others: () => ({
      shown: `<!doctype html><html lang="en"><h1 id="h">Preview</h1><button id="a">Open</button><script>h.textContent = decodeURI(location.hash.slice(1)); a.textContent = h.textContent; history.replaceState(null, '', location.pathname)</script>`,
    }),
    drive: async ({ tab, type, click, here, heard }) => {
      await type('#a')
      const opened = tab.waitForEvent('popup')
      await click('#b')
      const popup = await opened
      await heard(here('shown'))
      await popup.locator('#a').filter({ hasText: /^zq/ }).click()
      await popup.locator('h1').click()
      await popup.goto('about:blank')
      await popup.close()
    },
    words: ['Preview'],
  },
]
