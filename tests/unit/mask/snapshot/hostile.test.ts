import { describe, expect, test } from 'vitest'
import { sanitise } from '../../../../lib/mask/snapshot/sanitise.ts'
import { Snapshot } from '../../../../lib/trace/snapshot.ts'
import { SNAPSHOT_LIMITS } from '../../../../lib/trace/snapshot-vocabulary.ts'
import { aReader, element, page, text } from './serialised.ts'

const SECRET = 'zqsecret'
const tags = (snapshot: ReturnType<typeof sanitise>) => snapshot?.nodes.map((node) => (node.type === 'text' ? '#text' : node.tag))
/** What is held is a snapshot of the schema, and nothing that the page said in clear. */
function expectClean(snapshot: ReturnType<typeof sanitise>): void {
  expect(() => Snapshot.parse(snapshot)).not.toThrow()
  expect(JSON.stringify(snapshot)).not.toContain(SECRET)
}

describe('hostile output', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', SECRET],
    ['a list', [page()]],
    ['an element instead of a document', element('html')],
    ['a document without children', { type: 0, id: 1 }],
    ['a document whose root is not HTML', { type: 0, id: 1, childNodes: [element('svg')] }],
    ['a document whose children are not a list', { type: 0, id: 1, childNodes: { 0: element('html'), length: 1 } }],
    ['a function', () => page()],
    [
      'something that throws at every touch',
      new Proxy(page(), {
        getOwnPropertyDescriptor() {
          throw new Error(SECRET)
        },
      }),
    ],
  ])('%s is no snapshot', (_, serialised) => {
    expect(sanitise(serialised, aReader())).toBeNull()
  })

  const bad: [string, unknown][] = [
    ['of an unknown type', { ...element('p'), type: 99 }],
    ['of a type that is no number', { ...element('p'), type: '2' }],
    ['that is a document inside of one', page()],
    ['without an id', { ...element('p'), id: undefined }],
    ['with an id that is no number', { ...element('p'), id: SECRET }],
    ['with a broken id', { ...element('p'), id: 1.5 }],
    ['with a tag that is no text', { ...element('p'), tagName: { toString: () => SECRET } }],
    ['that is null', null],
    ['that is a text', SECRET],
    ['that inherits everything', Object.create(element('p'))],
    [
      'made of accessors',
      Object.defineProperties(
        {},
        Object.fromEntries(Object.keys(element('p')).map((key) => [key, { enumerable: true, get: () => expect.fail('it ran') }])),
      ),
    ],
  ]
  test.each(bad)('a node %s is left out and counted', (_, node) => {
    const snapshot = sanitise(page(node, element('p')), aReader())
    expectClean(snapshot)
    expect(tags(snapshot)).toEqual(['html', 'body', 'p'])
    expect(snapshot?.dropped).toEqual([{ reason: 'invalid', count: 1 }])
  })

  test('comments, document types and character data are left out', () => {
    const nodes = [1, 4, 5].map((type) => ({ type, id: 1000 + type, textContent: SECRET, name: SECRET }))
    expect(tags(sanitise(page(...nodes), aReader()))).toEqual(['html', 'body'])
  })

  test('keys that nobody knows do not come along, under whatever name', () => {
    const extra = JSON.parse(
      `{ "__proto__": { "name": "${SECRET}" }, "constructor": "${SECRET}", "role": "${SECRET}", "box": "${SECRET}" }`,
    )
    const attributes = JSON.parse(`{ "__proto__": { "aria-expanded": "true", "disabled": "" }, "constructor": "${SECRET}" }`)
    const snapshot = sanitise(page({ ...extra, ...element('p', attributes) }, { ...text(SECRET), ...extra }), aReader())
    expectClean(snapshot)
    expect(snapshot?.nodes[2]).toMatchObject({ state: {} })
  })

  test('unknown and custom elements have no name of their own', () => {
    const names = [`x-${SECRET}`, SECRET, 'MARQUEE', '__proto__', 'toString', '']
    const snapshot = sanitise(page(...names.map((name) => element(name))), aReader())
    expectClean(snapshot)
    expect(tags(snapshot)?.slice(2)).toEqual(Array(names.length).fill('custom'))
  })

  test('megabytes in every place come to nothing', () => {
    const much = SECRET.repeat(200_000)
    const attributes = { type: much, 'aria-expanded': much, rr_scrollTop: much, [much]: much }
    const snapshot = sanitise(page(element(much, attributes), element('input', attributes), text(much)), aReader())
    expectClean(snapshot)
    expect(JSON.stringify(snapshot).length).toBeLessThan(3000)
  })

  test('a tree 10,000 levels deep is cut where the limit is, and counted', () => {
    let deep = element('div')
    for (let level = 0; level < 10_000; level++) deep = element('div', {}, [deep])
    const snapshot = sanitise(page(deep), aReader())
    expectClean(snapshot)
    expect(snapshot?.nodes).toHaveLength(SNAPSHOT_LIMITS.depth + 1)
    expect(snapshot?.dropped).toEqual([{ reason: 'depth', count: 1 }])
  })

  test('a node that is its own child, or stands twice, is taken once', () => {
    const loop = element('div')
    loop.childNodes.push(loop, loop)
    const snapshot = sanitise(page(loop, loop), aReader())
    expectClean(snapshot)
    expect(tags(snapshot)).toEqual(['html', 'body', 'div'])
    expect(snapshot?.dropped).toEqual([{ reason: 'invalid', count: 3 }])
  })

  test('more nodes than the limit are cut, and counted', () => {
    const many = Array.from({ length: SNAPSHOT_LIMITS.nodes + 5 }, () => element('i'))
    const snapshot = sanitise(page(...many), aReader())
    expectClean(snapshot)
    expect(snapshot?.nodes).toHaveLength(SNAPSHOT_LIMITS.nodes)
    expect(snapshot?.dropped).toEqual([{ reason: 'nodes', count: 1 }])
  })

  test('a list with a billion holes ends', () => {
    const holes: unknown[] = []
    holes.length = 1_000_000_000
    const snapshot = sanitise(page({ ...element('div'), childNodes: holes }), aReader())
    expect(snapshot?.dropped).toContainEqual({ reason: 'nodes', count: 1 })
  })

  test('more texts than the limit are left out, each counted', () => {
    const many = Array.from({ length: SNAPSHOT_LIMITS.texts + 5 }, () => element('td', {}, [text()]))
    const snapshot = sanitise(page(...many.slice(0, 4000)), aReader())
    expect(snapshot?.dropped).toEqual([])
    const lines = Array.from({ length: SNAPSHOT_LIMITS.texts + 5 }, () => text())
    expect(sanitise(page(element('td', {}, lines)), aReader())?.dropped).toEqual([{ reason: 'texts', count: 5 }])
  })

  test('a page that throws while it answers gives no snapshot', () => {
    const reader = {
      ...aReader(),
      text(): never {
        throw new Error(SECRET)
      },
    }
    expect(sanitise(page(text()), reader)).toBeNull()
  })
})
