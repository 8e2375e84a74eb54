import { describe, expect, test } from 'vitest'
import { follows, isDragged, isNextTo } from '../../../lib/capture/boxes.ts'

const START = { left: 100, top: 100 }

describe('what is held follows the pointer', () => {
  test.each([
    ['by the same way', { left: 160, top: 140 }, true],
    ['along one axis only', { left: 160, top: 100 }, true],
    ['as far as its bounds let it', { left: 110, top: 100 }, true],
    ['not by less than a shaking hand', { left: 104, top: 104 }, false],
    ['not the other way', { left: 40, top: 60 }, false],
    ['not when it is pushed far away', { left: 100, top: 400 }, false],
  ])('%s', (_, after, expected) => {
    expect(follows(START, after, { x: 60, y: 40 })).toBe(expected)
  })

  test.each([
    ['downwards', { x: 0, y: 60 }, { left: 100, top: 150 }],
    ['upwards', { x: 0, y: -60 }, { left: 100, top: 50 }],
    ['to the left', { x: -60, y: 0 }, { left: 50, top: 100 }],
  ])('%s', (_, travel, after) => {
    expect(follows(START, after, travel)).toBe(true)
  })

  test('not along an axis the pointer stayed on', () => {
    expect(follows(START, { left: 100, top: 120 }, { x: 60, y: 0 })).toBe(false)
  })
})

test('a click with a shaky hand moves by less than five pixels', () => {
  expect([isDragged({ x: 3, y: 3 }), isDragged({ x: 3, y: -4 })]).toEqual([false, true])
})

describe('what a control shows is beside it', () => {
  const button = { left: 100, right: 180, top: 100, bottom: 130 }
  test.each([
    ['below', { left: 100, right: 260, top: 136, bottom: 300 }, true],
    ['beside it, as menus in menus', { left: 184, right: 300, top: 100, bottom: 200 }, true],
    ['over it', { left: 90, right: 300, top: 90, bottom: 200 }, true],
    ['not at the other end of the page', { left: 100, right: 260, top: 600, bottom: 700 }, false],
    ['not in a corner further on', { left: 260, right: 400, top: 136, bottom: 300 }, false],
  ])('%s', (_, shown, expected) => {
    expect([isNextTo(shown, button), isNextTo(button, shown)]).toEqual([expected, expected])
  })
})
