/** Documents in documents, and trees behind a host. */
import { DONE, type Situation, type Truth } from '../situation.ts'

const click = (name: string, frame: number[], fields: Record<string, unknown> = {}): Truth => ({
  kind: 'click',
  fields: { 'target.role': 'button', 'target.name': name, frame, ...fields },
})
const frame = (source: string) => `<iframe ${source} style="width:300px;height:120px"></iframe>`
const page = (body: string) => `<!doctype html><title>Frame</title>${body}${DONE}`

export const FRAME_SITUATIONS: Situation[] = [
  {
    name: 'one of the same origin says which it is',
    group: 'frame',
    body: frame('src="inner"'),
    others: { inner: page('<button>Save</button>') },
    act: ({ tab }) => tab.frameLocator('iframe').getByText('Save').click(),
    truth: [click('Save', [0])],
  },
  {
    name: 'one of another origin that is listed says which it is',
    group: 'frame',
    body: `${frame('src="inner"')}${frame('src="%beside%/inner"')}`,
    others: { inner: page('<button>Save</button>'), 'beside:inner': page('<button>Send</button>') },
    act: ({ tab }) => tab.frameLocator('iframe').nth(1).getByText('Send').click(),
    truth: [click('Send', [1])],
  },
  {
    name: 'one of an origin that is not listed keeps what is done in it',
    group: 'frame',
    body: `${frame('src="%outside%/"')}<button>Save</button>`,
    act: async ({ tab }) => {
      await tab.locator('iframe').click()
      await tab.getByText('Save').click()
    },
    truth: [click('Save', [])],
  },
  {
    name: 'without an address of its own it belongs to the page around it',
    group: 'frame',
    body: `${frame(`srcdoc='<button>Send</button>${DONE.replaceAll('"', '&quot;')}'`)}${frame('id="empty"')}
      <script>empty.contentDocument.body.innerHTML = '<button>Close</button>${DONE}'</script>`,
    act: async ({ tab }) => {
      await tab.frameLocator('iframe').nth(0).getByText('Send').click()
      await tab.frameLocator('iframe').nth(1).getByText('Close').click()
    },
    truth: [click('Send', [0]), click('Close', [1])],
  },
  {
    name: 'frames in frames and the page itself are one sequence in the order in which things were done',
    group: 'frame',
    body: `<button>Open</button>${frame('src="inner"')}`,
    others: { inner: page(`<button>Save</button>${frame('src="deep"')}`), deep: page('<button>Send</button>') },
    act: async ({ tab }) => {
      const inner = tab.frameLocator('iframe')
      const deep = inner.frameLocator('iframe')
      await deep.getByText('Send').click()
      await tab.getByText('Open').click()
      await inner.getByText('Save').click()
      await deep.getByText('Send').click()
      await tab.getByText('Open').click()
    },
    truth: [click('Send', [0, 0]), click('Open', []), click('Save', [0]), click('Send', [0, 0]), click('Open', [])],
  },
  {
    name: 'a button in an open shadow root is found inside it',
    group: 'shadow',
    body: `<my-card id="card"></my-card><script>
      document.querySelector('my-card').attachShadow({ mode: 'open' }).innerHTML = '<button><b>Save</b></button>'</script>`,
    act: ({ tab }) => tab.getByText('Save').click(),
    truth: [click('Save', [], { 'target.shadow': ['#card'], leaf: { tag: 'b', role: 'generic' } })],
  },
  {
    name: 'a field in a root in a root is typed into as any other',
    group: 'shadow',
    body: `<my-form></my-form><script>
      const outer = document.querySelector('my-form').attachShadow({ mode: 'open' })
      outer.innerHTML = '<my-field></my-field>'
      outer.firstChild.attachShadow({ mode: 'open' }).innerHTML = '<input>'</script>`,
    act: async ({ tab }) => {
      await tab.locator('input').click()
      await tab.keyboard.type('words')
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'textbox' } },
      { kind: 'type', fields: { 'target.role': 'textbox', via: ['keys'], inserts: '4-8' } },
    ],
  },
  {
    name: 'a button in a closed shadow root is a button of which no text is kept',
    group: 'shadow',
    body: `<my-card id="card"></my-card><script>
      document.querySelector('my-card').attachShadow({ mode: 'closed' }).innerHTML = '<button style="width:100px;height:40px">Save</button>'</script>`,
    act: ({ tab }) => tab.mouse.click(50, 25),
    truth: [{ kind: 'click', fields: { 'target.role': 'button', 'target.shadow': ['#card'], 'target.name': '⟦button·4-8⟧' } }],
  },
  {
    name: 'a form whose controls shadow the DOM is described all the same',
    group: 'shadow',
    body: `<form id="form">${['closest', 'matches', 'getAttribute', 'parentNode', 'localName', 'children', 'isContentEditable'].map((name) => `<input name="${name}" style="display:none">`).join('')}
      <p style="position:fixed;left:10px;top:50px;margin:0;height:30px;width:200px">Inside</p></form>`,
    // By coordinates: such a form stops Playwright's own look at the page.
    act: ({ tab }) => tab.mouse.click(40, 60),
    truth: [{ kind: 'click', fields: { 'target.role': 'paragraph', count: 1 } }],
  },
]
