/** Fields: what is typed into them, what they hold from the start, and what their attributes say. */
import type { PrivacyPage } from '../suite/page.ts'

export const FIELD_PAGES: PrivacyPage[] = [
  {
    name: 'a form with values, placeholders, titles and names',
    covers: [
      'input events',
      'value property and attribute',
      'placeholder and description',
      'P5',
      'P23',
      'P24',
      'key timing',
      'clock and screen',
    ],
    body: (plant) => `<h1>New contact</h1><form name="${plant('identifier')}">
      <label for="a">Name</label><input id="a" name="${plant('identifier')}" placeholder="${plant('attribute')}" title="${plant('attribute')}">
      <label for="b">Email</label><input id="b" type="email" value="${plant('hidden')}" data-testid="${plant('identifier')}" aria-description="${plant('attribute')}">
      <label for="c">Phone</label><input id="c" type="tel" aria-placeholder="${plant('attribute')}" pattern="${plant('attribute')}">
      <label for="d">Notes</label><textarea id="d" placeholder="${plant('attribute')}">${plant('hidden')}</textarea>
      <label for="e">${plant('page-text')}</label><input id="e"><input id="f" aria-label="${plant('attribute')}">
      <button>Save</button><button type="reset" value="${plant('attribute')}">Cancel</button></form>`,
    drive: async ({ type, click }) => {
      for (const field of ['#a', '#b', '#c', '#d', '#e', '#f']) await type(field)
      await click('text=Save')
    },
    words: ['Save', 'Name', 'Email', 'Phone', 'Notes'],
    check: (actions) => {
      const typing = actions.filter(({ kind }) => kind === 'type')
      if (typing.length !== 6) return `${typing.length} typing actions for six fields`
      // One action for 15 keys, whose times say no more than half seconds.
      return typing.every((each) => each.kind === 'type' && (each.durationMs ?? 0) % 500 === 0) ? null : 'a finer rhythm'
    },
  },
  {
    name: 'hidden inputs and hidden text inside of buttons',
    covers: ['full snapshot', 'P1', 'accessible name'],
    body: (
      plant,
    ) => `<form><input type="hidden" name="csrf" value="${plant('hidden')}"><input type="hidden" name="${plant('identifier')}" value="${plant('hidden')}">
      <button id="a">Send <span hidden>${plant('hidden')}</span></button>
      <button id="b">Share <span style="display:none">${plant('hidden')}</span></button>
      <button id="c">Copy <span style="visibility:hidden">${plant('hidden')}</span></button>
      <button id="d">Print <span aria-hidden="true">${plant('hidden')}</span></button>
      <button id="e">Export <input value="${plant('hidden')}" style="width:1px"></button>
      <button id="f">Delete <template>${plant('hidden')}</template><script type="text/plain">${plant('hidden')}</script><style>.a::after{content:"${plant('style')}"}</style></button>
      <button id="g">Reply <noscript>${plant('hidden')}</noscript></button>
      <button id="h">Upload <span style="content-visibility:hidden">${plant('hidden')}</span></button></form>`,
    drive: ({ click }) => click('#a', '#b', '#c', '#d', '#e', '#f', '#g', '#h'),
    words: ['Send', 'Share', 'Copy', 'Print', 'Export', 'Delete', 'Reply', 'Upload'],
  },
  {
    name: 'a value that was cleared, and one that a framework mirrors',
    covers: ['value property and attribute', 'mutations', 'P2', 'P12'],
    body: (plant) => `<label>Title <input id="a" value="${plant('hidden')}"></label><textarea id="b">${plant('hidden')}</textarea>
      <label>Street <input id="c"></label><button id="e">Apply</button>
      <script>c.oninput = () => { c.setAttribute('value', c.value); c.title = c.value; c.dataset.value = c.value; c.setAttribute('aria-label', c.value)
        document.body.dataset.mirror = c.value; e.value = c.value; e.title = c.value }</script>`,
    drive: async ({ tab, type, click, press }) => {
      await tab.locator('#a').fill('')
      await click('#b')
      await press('Control+a', 'Delete')
      await type('#c')
      await click('#e', '#c', '#a')
    },
    words: ['Apply'],
  },
  {
    name: 'a password that is revealed by its type',
    covers: ['password reveal', 'P9', 'P25'],
    body: (
      plant,
    ) => `<form><label>Username <input id="a" name="username"></label><label>Password <input id="b" type="password" value="${plant('hidden')}"></label>
      <button type="button" id="show">Show password</button><button>Sign in</button></form>
      <script>show.onclick = () => { b.type = b.type === 'text' ? 'password' : 'text'; show.setAttribute('aria-label', b.type === 'text' ? b.value : 'Show password') }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await type('#b')
      await click('#show', '#b')
      await type('#b')
      await click('#show', 'text=Sign in')
    },
    words: ['Show password', 'Sign in'],
    check: (actions) => lengthless(actions.filter((action) => action.kind === 'type' && action.field !== 'username')),
  },
  {
    name: 'a password whose field is swapped for a text field',
    covers: ['password reveal', 'P10', 'P25'],
    body: () => `<form><span id="box"><input id="secret" type="password" aria-label="Password"></span>
      <button type="button" id="show">Show</button><button>Continue</button></form>
      <script>show.onclick = () => { const old = box.firstElementChild, next = document.createElement('input'); next.value = old.value; next.id = 'plain'; box.replaceChildren(next) }</script>`,
    drive: async ({ type, click }) => {
      await type('#secret')
      await click('#show')
      await type('#plain')
      await click('text=Continue')
    },
    words: ['Show', 'Continue'],
    check: (actions) => lengthless(actions.filter(({ kind }) => kind === 'type')),
  },
  {
    name: 'a password field that is cloned, and one that was shown before anything was recorded',
    covers: ['password reveal', 'P10', 'P11', 'value property and attribute'],
    body: (
      plant,
    ) => `<form><p id="box"><input id="a" name="account" type="password"></p><input id="shown" name="password" type="text" value="${plant('hidden')}">
      <button type="button" id="again">Repeat</button></form>
      <script>again.onclick = () => { const copy = a.cloneNode(); copy.value = a.value; copy.id = 'copy'; copy.type = 'text'; a.remove(); box.append(copy) }</script>`,
    drive: async ({ type, click }) => {
      await type('#a')
      await click('#again')
      await type('#copy')
      await type('#shown')
      await click('#again')
    },
    words: ['Repeat'],
    check: (actions) => lengthless(actions.filter(({ kind }) => kind === 'type')),
  },
  {
    name: 'a password field that is shown before it was ever visited, and one that is moved and renamed',
    covers: ['password reveal', 'P9', 'P10', 'P25'],
    // Nothing but its type says that it is secret, and nothing but having been seen so remains.
    body: () => `<form><p><input id="a" type="password" aria-label="First"></p><p><input id="b" type="password" aria-label="Second"></p><div id="c"></div>
      <button type="button" id="show">Show</button><button type="button" id="move">Move</button></form>
      <script>show.onclick = () => { a.type = 'text' }; move.onclick = () => { c.append(document.createElement('hr'), b); b.type = 'text'; b.id = 'moved' }</script>`,
    drive: async ({ type, click }) => {
      await click('#show')
      await type('#a')
      await click('#move')
      await type('#moved')
    },
    words: ['Show', 'Move'],
    check: (actions) => lengthless(actions.filter(({ kind }) => kind === 'type')),
  },
  {
    name: 'secrets in text fields: codes, cards, security numbers, dots by style',
    covers: ['password reveal', 'P23', 'P25', 'P11', 'click sequences'],
    body: (plant) => `<form><label>One-time code <input id="a" autocomplete="one-time-code" inputmode="numeric"></label>
      <label>Card number <input id="b" autocomplete="cc-number"></label><label>Security code <input id="c" name="cvc"></label>
      <label>Social security number <input id="d" name="ssn"></label><label>API key <input id="e" name="api_secret"></label>
      <label>Memorable word <input id="f" style="-webkit-text-security:disc" value="${plant('hidden')}"></label><label>PIN <input id="g" maxlength="30"></label>
      <button>Verify</button></form>`,
    drive: async ({ type, click }) => {
      for (const field of ['#a', '#b', '#c', '#d', '#e', '#f', '#g']) await type(field)
      await click('text=Verify')
    },
    words: ['Verify'],
    check: (actions) => lengthless(actions.filter(({ kind }) => kind === 'type')),
  },
  {
    name: 'a code in six boxes of one character',
    covers: ['password reveal', 'P25', 'click sequences'],
    body: () => `<fieldset><legend>Enter the code</legend><span>${'<input maxlength="1" size="1">'.repeat(6)}</span></fieldset><button>Verify</button>
      <script>document.querySelectorAll('input').forEach((box) => { box.oninput = () => box.value && box.nextElementSibling?.focus() })</script>`,
    drive: async ({ tab, plant, click }) => {
      await click('input')
      await tab.keyboard.type(plant('typed').slice(0, 6))
      await click('text=Verify')
    },
    words: ['Verify'],
    check: (actions) => lengthless(actions.filter(({ kind }) => kind === 'type')),
  },
  {
    name: 'text that is composed, undone and typed over',
    covers: ['keys', 'undo history', 'input events', 'selection'],
    body: () => '<label>Message <textarea id="a"></textarea></label><button id="b">Send</button>',
    drive: async ({ tab, plant, type, click, press }) => {
      const session = await tab.context().newCDPSession(tab)
      await click('#a')
      const composed = plant('typed')
      for (const length of [3, 7, composed.length]) {
        await session.send('Input.imeSetComposition', { text: composed.slice(0, length), selectionStart: length, selectionEnd: length })
      }
      await session.send('Input.insertText', { text: composed })
      await type('#a')
      await press('Control+z', 'Control+y', 'Control+a')
      await type('#a')
      await press('Shift+Home', 'Control+x', 'Control+z')
      await click('#b')
    },
    words: ['Send'],
  },
  {
    name: 'values that a browser or password manager fills in',
    covers: ['autofill', 'value property and attribute', 'P30'],
    body: (
      plant,
    ) => `<form><label>Email <input id="a" autocomplete="username"></label><label>Password <input id="b" type="password" autocomplete="current-password"></label>
      <label>City <input id="c" autocomplete="address-level2"></label><input id="d" name="card" autocomplete="cc-number" style="position:absolute;left:-9999px">
      <button id="e">Sign in</button></form>
      <script>const fill = (field, value) => { field.value = value; field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: value })); field.dispatchEvent(new Event('change', { bubbles: true })) }
        a.onfocus = () => { fill(a, '${plant('autofilled')}'); fill(b, '${plant('autofilled')}'); fill(c, '${plant('autofilled')}'); fill(d, '${plant('autofilled')}'); e.title = a.value; c.setAttribute('value', c.value) }</script>`,
    drive: async ({ tab, plant, click }) => {
      await click('#a')
      await tab.locator('#c').fill(plant('autofilled'))
      await click('#b', '#c', '#e')
    },
    words: ['Sign in'],
  },
  {
    name: 'fields of every type, with what they hold',
    covers: ['radio, checkbox, button value', 'value property and attribute', 'P3'],
    body: (
      plant,
    ) => `<form><input type="search" id="a" aria-label="Search"><input type="url" id="b" value="https://${plant('hidden')}.example/"><input id="c" list="d">
      <datalist id="d"><option value="${plant('option')}">${plant('option')}</datalist>
      <label><input type="checkbox" id="f" name="${plant('identifier')}" value="${plant('hidden')}"> Remember me</label>
      <label><input type="radio" id="g" name="plan" value="${plant('hidden')}"> Monthly</label><label><input type="radio" id="h" name="plan" value="${plant('hidden')}"> ${plant('page-text')}</label>
      <button id="i" value="${plant('hidden')}">Next</button><input type="submit" id="j" value="${plant('page-text')}"><input type="button" id="k" value="Back"><input type="image" id="l" alt="${plant('attribute')}" value="${plant('hidden')}">
      <output id="m">${plant('page-text')}</output><meter value="0.5" title="${plant('attribute')}">${plant('page-text')}</meter></form>`,
    drive: async ({ type, click, press }) => {
      await type('#a')
      await type('#b')
      await type('#c')
      await press('ArrowDown', 'Escape')
      await click('#f', '#g', '#h', '#i', '#j', '#k', '#l', '#m', 'meter')
    },
    words: ['Remember me', 'Monthly', 'Next', 'Back'],
  },
]

function lengthless(actions: { kind: string }[]): string | null {
  if (actions.length === 0) return 'no typing at all'
  const counted = actions.some(
    (action) => 'length' in action && (action.length !== null || !('durationMs' in action) || action.durationMs !== null),
  )
  return counted ? 'a length or a duration of a secret' : null
}
