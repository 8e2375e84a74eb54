import { expect, test } from 'vitest'
import { zip } from '../../../scripts/pack/zip.ts'
import { unzip } from '../../fixtures/unzip.ts'

const one = { path: 'b/ü.txt', bytes: Buffer.from('twice twice twice') }
const other = { path: 'a', bytes: Buffer.alloc(0), executable: true }

test('what goes in comes out, with its name and permission, and no time', () => {
  const files = unzip(zip([one, other]))
  expect(Object.fromEntries(files)).toEqual({
    a: { bytes: other.bytes, mode: 0o100755, time: 0x21_0000 },
    'b/ü.txt': { bytes: one.bytes, mode: 0o100644, time: 0x21_0000 },
  })
})

test('the order in which files are given changes nothing', () => {
  expect(zip([one, other]).equals(zip([other, one]))).toBe(true)
})
