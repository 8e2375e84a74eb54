import { expect, test } from 'vitest'
import { maskName } from '../../../lib/mask/name.ts'
import { sizeOf } from '../../../lib/mask/size.ts'
import { unpermitted } from '../../../lib/mask/recheck.ts'
import { Name } from '../../../lib/trace/target.ts'
import { CONTROLS } from '../../../lib/trace/vocabulary.ts'
import { aTarget, anAction, isFixtureWording } from '../../fixtures/batch.ts'

test.each([
  [-1, '0'],
  [0, '0'],
  [1, '1-3'],
  [3, '1-3'],
  [4, '4-8'],
  [8, '4-8'],
  [9, '9-20'],
  [20, '9-20'],
  [21, '21+'],
  [Infinity, '21+'],
])('a length of %i is the size %s', (length, size) => {
  expect(sizeOf(length)).toBe(size)
})

test('a name becomes its kind and size; without a name there is nothing, and one that was not read has no size', () => {
  expect(maskName('button', 5)).toBe('⟦button·4-8⟧')
  expect(maskName('menu-item', 100)).toBe('⟦menu-item·21+⟧')
  expect(maskName('link', null)).toBe('⟦link⟧')
  expect(maskName('link', 0)).toBeNull()
})

test.each(CONTROLS)('what stands for the name of a %s is taken by the schema and by the second look', (control) => {
  for (const length of [1, 5, 10, 30, null]) {
    const name = maskName(control, length)
    expect(Name.safeParse(name).success).toBe(true)
    expect(unpermitted(anAction('click', { target: aTarget({ name }) }), isFixtureWording)).toBeNull()
  }
})
