import { describe, expect, test } from 'vitest'
import { unpermitted } from '../../../lib/mask/recheck.ts'
import type { Target } from '../../../lib/trace/target.ts'
import { ACTION_KINDS } from '../../../lib/trace/vocabulary.ts'
import { aTarget, anAction, isFixtureWording } from '../../fixtures/batch.ts'

const located = (css: string): Partial<Target> => ({ locators: [{ kind: 'path', css, matches: 1, positional: false }] })

describe('what the masker makes', () => {
  test.each(ACTION_KINDS)('passes in every %s', (kind) => {
    expect(unpermitted(anAction(kind), isFixtureWording)).toBeNull()
  })

  test.each([
    '[data-testid="save-button"]',
    '#content',
    '#content > form > button:nth-of-type(2)',
    'input[name="email"]',
    'input[type="datetime-local"]',
    '*[role="tabpanel"]',
    'html > body > div:nth-of-type(3) > *:nth-child(2) > h1',
  ])('passes as a locator: %s', (css) => {
    expect(unpermitted(anAction('click', { target: aTarget(located(css)) }), isFixtureWording)).toBeNull()
    expect(unpermitted(anAction('click', { target: aTarget({ shadow: [css] }) }), isFixtureWording)).toBeNull()
  })
})

describe('what it cannot have made is found, and its place named without it', () => {
  const foul: [string, Partial<Target>, string][] = [
    ['a test id', located('[data-testid="jane-doe"]'), 'locators.0.css'],
    ['an id', located('#rosebud'), 'locators.0.css'],
    ['an id along a path', located('#content > #rosebud > a'), 'locators.0.css'],
    ['an id at the end of a path', located('div > #rosebud'), 'locators.0.css'],
    ['a name', located('input[name="rosebud"]'), 'locators.0.css'],
    ['a role', located('div[role="rosebud"]'), 'locators.0.css'],
    ['a tag', located('rosebud'), 'locators.0.css'],
    ['a tag along a path', located('div > rosebud > a'), 'locators.0.css'],
    ['a tag with a position', located('div > rosebud:nth-of-type(3)'), 'locators.0.css'],
    ['a tag before an attribute', located('rosebud[type="text"]'), 'locators.0.css'],
    ['a later locator', { locators: [...aTarget().locators, ...located('#rosebud').locators!] }, 'locators.2.css'],
    ['a shadow host', { shadow: ['#content', '#rosebud'] }, 'shadow.1'],
    ['a heading', { heading: 'Jane Doe' }, 'heading'],
    [
      'more bits in its marks than a target may have',
      { item: null, marks: { name: 'xoxoxoxoxo', link: '#xoxoxo', heading: 'x' } },
      'marks',
    ],
    [
      'more bits than that, with the order of two',
      { item: { index: 0, count: 2, key: null, order: '#xoxoxo' }, marks: { name: 'xoxoxoxoxo', link: '#x' } },
      'marks',
    ],
    ['a name in the shape of a placeholder', { name: '⟦rosebud·4-8⟧' }, 'name'],
    ['a name in the shape of a placeholder without size', { name: '⟦jane-doe⟧' }, 'name'],
  ]
  test.each(foul)('%s', (_, change, path) => {
    expect(unpermitted(anAction('click', { target: aTarget(change) }), isFixtureWording)).toBe(`target.${path}`)
    expect(unpermitted(anAction('drag', { destination: aTarget(change) }), isFixtureWording)).toBe(`destination.${path}`)
    expect(unpermitted(anAction('select', { option: aTarget(change) }), isFixtureWording)).toBe(`option.${path}`)
  })
})
