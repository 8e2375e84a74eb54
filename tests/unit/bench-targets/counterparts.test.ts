import { expect, test } from 'vitest'
import { counterparts } from '../../bench/targets/counterparts.ts'
import type { Facts } from '../../bench/targets/messages.ts'

const link = (text: string, more: Partial<Facts> = {}): Facts => ({
  tag: 'a',
  type: '',
  id: '',
  name: '',
  href: '#',
  label: '',
  text,
  ...more,
})

test('an element that says the same and is the only one to say it is the same', () => {
  expect(counterparts([link('Home'), link('Orders')], [link('Orders'), link('New'), link('Home')])).toEqual([2, 0])
})

test('of as many alike in both releases, the first is the first', () => {
  expect(counterparts([link('Edit'), link('Edit')], [link('Edit'), link('Home'), link('Edit')])).toEqual([0, 2])
})

test('of more or fewer alike, nobody knows which is which', () => {
  expect(counterparts([link('Edit'), link('Edit')], [link('Edit')])).toEqual([null, null])
  expect(counterparts([link('Edit')], [link('Edit'), link('Edit')])).toEqual([null])
})

test('an element with another text is known by its id and its link', () => {
  const before = link('Orders', { id: 'orders', href: '/orders' })
  expect(counterparts([before], [link('Home'), { ...before, text: 'All orders' }])).toEqual([1])
})

test('one of the two is not enough', () => {
  expect(counterparts([link('Orders', { href: '/orders' })], [link('All orders', { href: '/orders' })])).toEqual([null])
})

test('an id that leads elsewhere than the link leaves it open', () => {
  const before = link('Orders', { id: 'orders', href: '/orders' })
  const after = [link('Orders', { href: '/orders' }), link('Sales', { id: 'orders', href: '/sales' })]
  expect(counterparts([before], after)).toEqual([null])
})

test('two elements are never the same one', () => {
  const before = [link('Orders', { id: 'a', href: '/orders' }), link('Orders', { id: 'b', href: '/orders' })]
  expect(counterparts(before, [link('Orders', { id: 'c', href: '/orders' })])).toEqual([null, null])
})

test('gone is what nothing is like, and not what says nothing of itself', () => {
  const icon = link('')
  expect(counterparts([link('Orders', { href: '/orders' })], [link('Home', { href: '/' })])).toEqual(['gone'])
  expect(counterparts([icon], [link('Home')])).toEqual([null])
})

test('a link that became a button may be the same', () => {
  expect(counterparts([link('Save')], [{ ...link('Save'), tag: 'button', href: '' }])).toEqual([null])
})
