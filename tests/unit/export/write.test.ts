import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from '../../../export/write.ts'
import { aDirectory } from './archive.ts'

function* failing() {
  yield 'the first half'
  throw new Error('and no more')
}

test('a file is replaced as a whole, readable by its owner only', () => {
  const dir = aDirectory()
  const file = join(dir, 'out')
  writeFileSync(file, 'an older and longer export')
  writeWhole(file, ['a', 'b'])
  expect(readFileSync(file, 'utf8')).toBe('ab')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(dir)).toEqual(['out'])
})

test('a failure in the middle leaves the older file as it was, and nothing else', () => {
  const dir = aDirectory()
  const file = join(dir, 'out')
  writeFileSync(file, 'older')
  expect(() => writeWhole(file, failing())).toThrow('and no more')
  expect(readFileSync(file, 'utf8')).toBe('older')
  expect(() => writeWhole(join(dir, 'new'), failing())).toThrow('and no more')
  expect(readdirSync(dir)).toEqual(['out'])
})

test('a directory in the way stays, and the part written goes', () => {
  const dir = aDirectory()
  mkdirSync(join(dir, 'out'))
  expect(() => writeWhole(join(dir, 'out'), ['a'])).toThrow('EISDIR')
  expect(readdirSync(dir)).toEqual(['out'])
})
