import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SHAPES, SHAPE_NAMES, shapeOf } from '../../../lib/ui/shapes.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe.each(SHAPE_NAMES)('the %s icon', (name) => {
  test('can be told apart without colour', () => {
    const outline = ({ fill, line, dash }: (typeof SHAPES)[typeof name]) => [fill, line, dash].join('|')
    const others = SHAPE_NAMES.filter((other) => other !== name)
    expect(others.map((other) => outline(SHAPES[other]))).not.toContain(outline(SHAPES[name]))
  })

  test('shows on light and dark toolbars, and so do the letters on it', () => {
    expect(contrast(SHAPES[name].color, '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(SHAPES[name].color, '#35363a')).toBeGreaterThanOrEqual(3)
    expect(contrast(SHAPES[name].badge, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })

  test.each([16, 32, 48, 128])('is drawn at %i px', (size) => {
    const file = new URL(`../../../public/icon/${name}-${size}.png`, import.meta.url)
    expect(existsSync(file)).toBe(true)
    expect([readFileSync(file).readUInt32BE(16), readFileSync(file).readUInt32BE(20)]).toEqual([size, size])
  })
})

test('nothing is recorded under any icon but the filled dot', () => {
  const states = ['not-set-up', 'off-here', 'asking', 'paused', 'off-hours', 'attention'] as const
  expect(states.map(shapeOf)).not.toContain('recording')
  expect(shapeOf('recording')).toBe('recording')
})
