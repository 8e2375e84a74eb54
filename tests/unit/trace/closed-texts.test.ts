import { describe, expect, test } from 'vitest'
import { Id, Locator, Mark, Origin, Name, Route } from '../../../lib/trace/target.ts'
import { aRoute } from '../../fixtures/batch.ts'

type Schema = { safeParse: (value: unknown) => { success: boolean } }
const takes = (schema: Schema, value: unknown) => schema.safeParse(value).success

describe('texts that could hold anything', () => {
  test.each<[string, Schema, string[], string[]]>([
    [
      'a name',
      Name,
      ['⟦button⟧', '⟦menu-item·21+⟧', '⟦given-name·0⟧', 'Save', '3 of 12', 'Über uns', '¿Qué?', '“Save” as…', '保存', 'a'.repeat(120)],
      [
        '',
        '⟦⟧',
        '⟦Button⟧',
        '⟦button·5⟧',
        '⟦button·4-8',
        '⟦button·4-8⟧ Jane',
        'Jane ⟦button⟧',
        '⟦button 4⟧',
        '⟦button·4-8⟧\n',
        `⟦${'a'.repeat(21)}⟧`,
        '⟦-a⟧',
        ' Save',
        '=1+1',
        '+1',
        '-1',
        '@sum',
        '<b>',
        'a&lt;b>',
        'Save\n',
        'Save\u00a0it',
        'a\u202eb',
        'a\u200bb',
        'a\u2028b',
        '\ud800a',
        'a`b',
        '${a}',
        'a'.repeat(121),
      ],
    ],
    ['a mark', Mark, ['x', 'oxxo', '#oxxo', 'oooooooooo'], ['', '#', 'jane', 'oxxa', '0110', 'ox xo', 'xoxoxoxoxox', 'ox#', 'ox\n', 'OX']],
    [
      'an origin',
      Origin,
      ['https://wiki.example.com', 'http://localhost:8080', 'http://[::1]:80', 'https://xn--bcher-kva.example'],
      [
        '',
        'wiki.example.com',
        'https://',
        'https://wiki.example.com/',
        'https://wiki.example.com/Jane',
        'https://Jane@wiki.example.com',
        'ftp://wiki.example.com',
        'https://wiki.example.com?q',
        'https://wiki.example.com#x',
        'https://wiki example',
        'https://WIKI.example.com',
        'javascript:alert(1)',
        'https://wiki.example.com\n',
      ],
    ],
    [
      'an id',
      Id,
      ['0192f7c4-0000-7000-8000-000000000000', '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'],
      [
        '',
        '0192f7c4-0000-1000-8000-000000000000',
        '0192f7c4-0000-7000-c000-000000000000',
        '0192F7C4-0000-7000-8000-000000000000',
        '0192f7c4000070008000000000000000',
        '{0192f7c4-0000-7000-8000-000000000000}',
      ],
    ],
  ])('%s has one form', (_, schema, good, bad) => {
    expect(good.filter((text) => !takes(schema, text))).toEqual([])
    expect(bad.filter((text) => takes(schema, text))).toEqual([])
  })

  test.each<[string, (text: string) => unknown, Schema, string[], string[]]>([
    [
      'a path',
      (path) => aRoute({ path }),
      Route,
      ['/', '/:id', '/wiki/:page', '/wiki/:id/edit/', '/docs/*', `/${'a'.repeat(60)}`, '/:id'.repeat(20)],
      [
        '',
        'wiki',
        '/wiki page',
        '/wiki/Jane%20Doe',
        '/wiki?q',
        '/wiki#x',
        '//',
        '/wiki//x',
        '/jane@example.com',
        `/${'a'.repeat(61)}`,
        '/:id'.repeat(21),
        '/wiki\n',
        '/:Seg',
        '/é',
        '/a=b',
        '/../..'.repeat(60),
      ],
    ],
    [
      'a key of a query',
      (key) => aRoute({ query: [key] }),
      Route,
      ['tab', 'q', 'page_size', 'A-1', 'a'.repeat(40)],
      ['', '1', 'q=Jane', 'q x', 'a'.repeat(41), 'tab\n', 'é', '[]'],
    ],
    [
      'a locator',
      (css) => ({ kind: 'path', css, matches: 1, positional: true }),
      Locator,
      [
        '#content',
        'html > body > div:nth-of-type(3) > *:nth-child(99999) > h1',
        '[data-testid="save-button"]',
        'input[name="email"]',
        '*[role="button"]',
        'div'.concat(' > div'.repeat(59)),
      ],
      [
        '',
        '*'.repeat(2),
        '.class',
        '#a1',
        '#a b',
        '[aria-label="Save"]',
        '[data-testid="Jane Doe"]',
        '[data-testid=save]',
        'a[href="/jane"]',
        'input[value="x"]',
        'div, span',
        'div span',
        'div>span',
        'div::before',
        'div:contains("x")',
        'div:nth-of-type(100000)',
        'div'.concat(' > div'.repeat(60)),
        '#content\n',
        '[data-testid="a-b-c-d-e-f-g"]',
        'div /* Jane */',
      ],
    ],
  ])('%s has one form', (_, make, schema, good, bad) => {
    expect(good.filter((text) => !takes(schema, make(text)))).toEqual([])
    expect(bad.filter((text) => takes(schema, make(text)))).toEqual([])
  })

  test('no text takes long to refuse, however it was made', () => {
    const long = [`/${'a/'.repeat(50_000)}!`, '#a'.padEnd(100_000, '-a'), `div${' > div'.repeat(20_000)}!`, '⟦'.padEnd(100_000, 'a-')]
    for (const text of long)
      for (const [schema, value] of [
        [Route, aRoute({ path: text })],
        [Locator, { kind: 'path', css: text, matches: 1, positional: true }],
        [Name, text],
        [Origin, `https://${text}`],
      ] as const)
        expect(takes(schema, value)).toBe(false)
  })
})
