import { expect, test } from 'vitest'
import { read, trackedFiles } from './tracked.ts'

const code = trackedFiles()
  .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file))
  .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
const text = trackedFiles().filter((file) => !/\.(png|ico|svg|crx|gz|db)$/.test(file))

test('no file of code is longer than 250 lines', () => {
  expect(code.filter(({ lines }) => lines > 250)).toEqual([])
})

test('half of the files of code have at most 90 lines', () => {
  const lengths = code.map(({ lines }) => lines).toSorted((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90)
})

test('files are named for what they hold', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|shared|manager|service|index)\.(ts|tsx|mjs|js)$/
  expect(code.map(({ file }) => file).filter((file) => vague.test(file))).toEqual([])
})

test('every rule that is switched off for a line says why', () => {
  const silent = code.filter(({ file }) => /(oxlint|eslint)-disable(?![^\n]* -- \w)|@ts-(ignore|nocheck)/.test(read(file)))
  // The pattern above is itself such a text.
  expect(silent.map(({ file }) => file).filter((file) => file !== 'tests/repo/shape.test.ts')).toEqual([])
})

test('no file names the machine it was written on, or where packages come from', () => {
  const machine = /(^|[\s"'`=(])\/(work|root|home\/\w+|Users\/\w+)\/\w/m
  const registry = /https?:\/\/[\w.-]*(registry|npmjs|deb\.debian)[\w.-]*/
  expect(text.filter((file) => machine.test(read(file)) || registry.test(read(file)))).toEqual([])
})
