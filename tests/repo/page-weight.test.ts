import { expect, test } from 'vitest'
import { pageWeight } from '../../scripts/page-weight.ts'

test('the popup is within its 15 KiB, gzipped, with everything it loads', () => {
  expect(pageWeight('popup.html')).toBeGreaterThan(5 * 1024)
  expect(pageWeight('popup.html')).toBeLessThanOrEqual(15 * 1024)
})
