import { expect, test } from 'vitest'
import { isOnTrail } from '../../../lib/resolve/trail.ts'

const PATH = 'html > body > main > ul > li:nth-of-type(3) > a'

test.each([
  ['the same way', PATH, ['a', 'li', 'ul', 'main', 'body', 'html'], true],
  ['another place in the list', PATH, ['a', 'li', 'ul', 'main', 'body', 'html'], true],
  ['a wrapper more', PATH, ['a', 'div', 'li', 'ul', 'main', 'body', 'html'], true],
  ['another part of the page', PATH, ['a', 'p', 'footer', 'div', 'body', 'html'], false],
  [
    'below an id, what is around that does not matter',
    '#content > form > button',
    ['button', 'form', 'div', 'section', 'body', 'html'],
    true,
  ],
  ['below an id, another way', '#content > form > button', ['button', 'td', 'tr', 'tbody', 'table', 'body'], false],
  ['an id alone', '#content', ['div', 'body', 'html'], true],
  ['an element of its own kind', 'html > body > *:nth-child(2) > button', ['button', 'x-panel', 'body', 'html'], true],
])('%s', (_, path, tags, expected) => {
  expect(isOnTrail(path, tags)).toBe(expected)
})
