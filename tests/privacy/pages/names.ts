/** What stands in a control, or is referred to by it, and is none of its wording: values, code, what is shown only where something cannot be. */
import type { PrivacyPage } from '../suite/page.ts'

/** In a shadow root, where the fields of a page are not compared with its labels. */
const inShadow = (body: string) =>
  `<div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML = \`${body.replaceAll('</', '<\\/')}\`</script>`

export const NAME_PAGES: PrivacyPage[] = [
  {
    name: 'fields in their labels, in a shadow root, with a draft and a list',
    covers: ['accessible name', 'shadow dom', 'value property and attribute', 'P1', 'P5'],
    body: (plant) =>
      inShadow(`<label>Notes <textarea id="a">${plant('hidden')}</textarea></label><label><input type="checkbox" id="b"> Reply with <textarea>${plant('hidden')}</textarea></label>
        <label>Title <input id="c" value="${plant('hidden')}"></label>`),
    drive: async ({ type, click }) => {
      await type('#a')
      await click('#b')
      await type('#c')
    },
    words: ['Notes', 'Reply with', 'Title'],
  },
  {
    name: 'controls that refer to fields and code beside them, in a shadow root',
    covers: ['accessible name', 'shadow dom', 'P5', 'P6'],
    body: (plant) =>
      inShadow(`<input id="v" value="${plant('hidden')}"><textarea id="w">${plant('hidden')}</textarea><script type="application/json" id="x">${plant('hidden')}</script><style id="y">/* ${plant('hidden')} */</style>
        <div id="z" contenteditable>${plant('hidden')}</div><button id="f" aria-labelledby="z">Open</button>
        <button id="a" aria-labelledby="v">Open</button><button id="b" aria-labelledby="w">Open</button><button id="c" aria-labelledby="x">Open</button><button id="d" aria-labelledby="y">Open</button>`),
    drive: ({ click }) => click('#a', '#b', '#c', '#d', '#f'),
    words: ['Open'],
  },
  {
    name: 'what is there for browsers that cannot show a frame, a drawing or a film, in the names of controls',
    covers: ['accessible name', 'canvas and video', 'P1', 'svg'],
    body: (plant) => `<style>noscript, .code { display: block }</style>
      <div role="tab" tabindex="0" id="a">Preview <iframe width="20" height="20">${plant('hidden')}</iframe></div><button id="b">Draw <canvas width="20" height="20">${plant('hidden')}</canvas></button>
      <button id="c">Play <video width="20" height="20">${plant('hidden')}</video></button><button id="d">Listen <audio controls>${plant('hidden')}</audio></button>
      <button id="f">Progress <progress value="0.5">${plant('hidden')}</progress></button><button id="g">Storage <meter value="0.5">${plant('hidden')}</meter></button>
      <button id="h">Help <noscript>${plant('hidden')}</noscript></button><button id="i">Code <script type="text/plain" class="code">${plant('hidden')}</script></button>`,
    drive: async ({ tab, click }) => {
      for (const each of ['#a', '#b', '#c', '#d', '#f', '#g', '#h', '#i']) await tab.locator(each).click({ position: { x: 8, y: 8 } })
      await click('#b')
    },
    words: ['Preview', 'Draw', 'Play', 'Listen', 'Progress', 'Storage', 'Help', 'Code'],
  },
]
