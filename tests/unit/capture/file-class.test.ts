import { expect, test } from 'vitest'
import { classOf, fileSizeOf } from '../../../lib/capture/file-class.ts'
import { FILE_CLASSES } from '../../../lib/trace/vocabulary.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

const FILES: [string, string, string][] = [
  ['image/png', 'a.png', 'image'],
  ['image/svg+xml', 'a.svg', 'image'],
  ['application/pdf', 'a.pdf', 'document'],
  ['text/plain', 'a.txt', 'document'],
  ['application/msword', 'a.doc', 'document'],
  [`${OFFICE}.wordprocessingml.document`, 'a.docx', 'document'],
  [`${OFFICE}.presentationml.presentation`, 'a.pptx', 'document'],
  [`${OFFICE}.spreadsheetml.sheet`, 'a.xlsx', 'spreadsheet'],
  ['application/vnd.ms-excel', 'a.xls', 'spreadsheet'],
  ['text/csv', 'a.csv', 'spreadsheet'],
  ['', 'A.XLSX', 'spreadsheet'],
  ['', 'a.numbers', 'spreadsheet'],
  ['application/zip', 'a.zip', 'archive'],
  ['', 'a.tar.gz', 'archive'],
  ['video/mp4', 'a.mp4', 'media'],
  ['audio/mpeg', 'a.mp3', 'media'],
  ['application/json', 'a.json', 'code'],
  ['text/html', 'a.html', 'code'],
  ['', 'a.py', 'code'],
  ['', 'a.md', 'document'],
  ['application/octet-stream', 'a.bin', 'other'],
  ['', 'pdf', 'other'],
  ['', '', 'other'],
  ['', 'a', 'other'],
]

test.each(FILES)('%s %s is %s', (type, name, expected) => {
  expect(classOf({ type, name, size: 0 })).toBe(expected)
})

test('every class is told', () => {
  expect(new Set(FILES.map(([, , expected]) => expected))).toEqual(new Set(FILE_CLASSES))
})

test('sizes are told by powers of ten', () => {
  const sizes = [0, 99_999, 100_000, 999_999, 1_000_000, 9_999_999, 10_000_000].map((size) => fileSizeOf({ type: '', name: '', size }))
  expect(sizes).toEqual(['<100kB', '<100kB', '<1MB', '<1MB', '<10MB', '<10MB', '10MB+'])
})
