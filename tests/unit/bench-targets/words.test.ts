import { expect, test } from 'vitest'
import { forge, translated } from '../../bench/targets/page/words.ts'
import { mulberry32 } from '../../fixtures/mulberry32.ts'

test('another text of the same kind: letters for letters, digits for digits, and the rest as it was', () => {
  const forged = forge('/orders/A-17.html', mulberry32(1))
  expect(forged).toMatch(/^\/[a-z]{6}\/[A-Z]-\d\d\.[a-z]{4}$/)
  expect(forged).not.toBe('/orders/A-17.html')
})

test('a word is translated the same way everywhere, whatever its case, and numbers stay', () => {
  const [first, second] = [translated('Save 12 files', mulberry32), translated('files, save', mulberry32)]
  expect(first).toMatch(/ 12 /)
  const [save = '', , files = ''] = first.split(' ')
  expect(second.toLowerCase()).toBe(`${files}, ${save}`.toLowerCase())
  expect(first).not.toContain('Save')
})
