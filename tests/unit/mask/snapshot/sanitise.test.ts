import { describe, expect, test } from 'vitest'
import { sanitise } from '../../../../lib/mask/snapshot/sanitise.ts'
import { Snapshot } from '../../../../lib/trace/snapshot.ts'
import { SNAPSHOT_LIMITS } from '../../../../lib/trace/snapshot-vocabulary.ts'
import { aReader, element, page, permitted, text } from './serialised.ts'

const SECRET = 'zqsecret'
const tags = (snapshot: ReturnType<typeof sanitise>) => snapshot?.nodes.map((node) => (node.type === 'text' ? '#text' : node.tag))
/** What is held is a snapshot of the schema, and nothing that the page said in clear. */
function expectClean(snapshot: ReturnType<typeof sanitise>): void {
  expect(() => Snapshot.parse(snapshot)).not.toThrow()
  expect(JSON.stringify(snapshot)).not.toContain(SECRET)
}

test('a page is a list of nodes, each after its parent', () => {
  const snapshot = sanitise(page(element('main', {}, [element('button', {}, [text()]), element('p')])), aReader())
  expectClean(snapshot)
  expect(tags(snapshot)).toEqual(['html', 'body', 'main', 'button', '#text', 'p'])
  expect(snapshot?.nodes.map(({ parent }) => parent)).toEqual([null, 0, 1, 2, 3, 2])
})

test('of the attributes only listed values of listed names are kept, as what they mean', () => {
  const attributes = {
    'aria-expanded': 'true',
    'aria-selected': 'false',
    'aria-pressed': SECRET,
    'aria-checked': 'mixed',
    disabled: '',
    hidden: SECRET,
    type: 'E-MAIL',
    ...Object.fromEntries(
      ['id', 'class', 'style', 'href', 'src', 'srcdoc', 'name', 'value', 'title', 'data-user', SECRET].map((name) => [name, SECRET]),
    ),
    rr_src: SECRET,
    rr_dataURL: SECRET,
    _cssText: SECRET,
  }
  const snapshot = sanitise(page(element('input', attributes)), aReader())
  expectClean(snapshot)
  expect(snapshot?.nodes[2]).toMatchObject({
    input: 'text',
    state: { expanded: true, selected: false, checked: 'mixed', disabled: true, hidden: true },
  })
})

test('a known type of an input is kept in any case, and a hidden input is left out', () => {
  const types = ['EMAIL', 'password', 'Hidden', 'hidden', SECRET]
  const snapshot = sanitise(page(...types.map((type) => element('input', { type }))), aReader())
  expect(snapshot?.nodes.slice(2).map((node) => node.type === 'element' && node.input)).toEqual(['email', 'password', 'text'])
})

test('boxes are on an 8 px grid and scroll positions in steps of 100 px, whatever numbers there are', () => {
  const box = { x: 13.4, y: -3.9, width: Infinity, height: -20 }
  const snapshot = sanitise(page(element('div', { rr_scrollLeft: 1e12, rr_scrollTop: 149 })), aReader({ box }))
  expectClean(snapshot)
  expect(snapshot?.nodes[2]).toMatchObject({ box: { x: 16, y: 0, width: 0, height: 0 }, scroll: { x: SNAPSHOT_LIMITS.px, y: 100 } })
})

test('what is closed keeps its place and nothing that is in it', () => {
  const snapshot = sanitise(page(element('iframe', {}, [element('p', {}, [text()])])), aReader({ closed: true, frame: true }))
  expect(tags(snapshot)).toEqual(['html'])
})

test('text of what nobody can see is not even asked for', () => {
  const reader = { ...aReader({ visible: false }), text: () => expect.fail('asked for') }
  expect(tags(sanitise(page(element('p', {}, [text()])), reader))).toEqual(['html', 'body', 'p'])
})

test('scripts, styles, heads, templates and suggestions are left out with all that is in them', () => {
  const names = ['head', 'script', 'style', 'noscript', 'template', 'datalist', 'title', 'meta', 'link', 'base']
  const snapshot = sanitise(page(...names.map((name) => element(name, {}, [text(SECRET)]))), aReader())
  expect(tags(snapshot)).toEqual(['html', 'body'])
})

test('an element that the page does not have any more is left out with all that is in it, and counted', () => {
  const gone = element('div', {}, [element('p')])
  const reader = { ...aReader(), element: (id: number) => (id === gone.id ? null : aReader().element(id)) }
  const snapshot = sanitise(page(gone, element('p')), reader)
  expect(tags(snapshot)).toEqual(['html', 'body', 'p'])
  expect(snapshot?.dropped).toEqual([{ reason: 'unreadable', count: 1 }])
})

describe('a line of text is looked at as a whole', () => {
  const parts = (...said: string[]) => said.map((part) => ({ node: text(), part }))
  const words = (all: { node: { id: number }; part: string }[]) =>
    aReader({}, Object.fromEntries(all.map(({ node, part }) => [node.id, part])))
  const texts = (snapshot: ReturnType<typeof sanitise>) => snapshot?.nodes.flatMap((node) => (node.type === 'text' ? [node.text] : []))

  test('so that a card number in four elements is found', () => {
    const all = parts('4111', '1111', '1111', '1111')
    const snapshot = sanitise(
      page(
        element(
          'p',
          {},
          all.map(({ node }) => element('span', {}, [node])),
        ),
      ),
      words(all),
    )
    expect(texts(snapshot)).toEqual(Array(4).fill('⟦other·4-8⟧'))
    expect(snapshot?.masked).toEqual([{ rule: 'detector', count: 4 }])
  })

  test('so that an echo in two halves is found', () => {
    const all = parts('Marg', 'uerite')
    const reader = { ...words(all), isEcho: (line: string) => line === 'Marguerite' }
    expect(
      texts(
        sanitise(
          page(
            element(
              'p',
              {},
              all.map(({ node }) => element('b', {}, [node])),
            ),
          ),
          reader,
        ),
      ),
    ).toEqual(['⟦other·4-8⟧', '⟦other·4-8⟧'])
  })

  test('and cells of a table are lines of their own', () => {
    const all = parts('4111', '1111', '1111', '1111')
    const snapshot = sanitise(page(...all.map(({ node }) => element('td', {}, [node]))), words(all))
    expect(texts(snapshot)).toEqual(['4111', '1111', '1111', '1111'])
  })
})

test('a name that was taken away is counted by its rule', () => {
  const snapshot = sanitise(page(), aReader({ name: permitted('Save'), rule: 'echo' }))
  expect(snapshot?.masked).toEqual([{ rule: 'echo', count: 2 }])
})
