import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ROOT, read, trackedFiles } from './tracked.ts'

const documents = trackedFiles().filter((file) => file.endsWith('.md'))
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))

test.each([
  'README.md',
  'ARCHITECTURE.md',
  'PRIVACY.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs/trace.md',
  'docs/trace.schema.json',
])('%s is there', (file) => {
  expect(existsSync(join(ROOT, file))).toBe(true)
})

test('the README has at most 150 lines', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})

test('every file that a document points to exists', () => {
  const dead = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(ROOT, dirname(document), target)))
      .map((target) => `${document}: ${target}`),
  )
  expect(dead).toEqual([])
})

test('every npm command that a document names exists', () => {
  const unknown = documents.flatMap((document) =>
    [...read(document).matchAll(/\bnpm run ([\w:-]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !Object.hasOwn(scripts, name))
      .map((name) => `${document}: ${name}`),
  )
  expect(unknown).toEqual([])
})

test('.ci/run can be run and read at a glance', () => {
  expect(statSync(join(ROOT, '.ci/run')).mode & 0o111).not.toBe(0)
  expect(read('.ci/run').trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})
