import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openStorage } from '../../../collector/storage.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { aDirectory, packed, storeIn } from './archive.ts'

const MAIN = new URL('../../../export/main.ts', import.meta.url).pathname
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('an archive is exported as lines by default, with a summary, while a collector holds it', () => {
  const dir = aDirectory()
  const out = join(aDirectory(), 'traces.jsonl')
  storeIn(dir, packed(aBatch()), packed(aBatch()), { id: 'x', body: gzipSync('no json') })
  const collector = openStorage(dir)
  expect(run('--data', dir, '--out', out)).toEqual({
    status: 0,
    stdout: `Wrote 2 traces with 36 actions of 3 batches to ${out}.\nLeft out 1, unreadable: json.\n`,
    stderr: '',
  })
  collector.close()
  expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(2)
})

test('an empty archive is an empty file, and a page that says so', () => {
  const dir = aDirectory()
  storeIn(dir)
  const [lines, page] = [join(aDirectory(), 'lines'), join(aDirectory(), 'page')]
  expect(run('--data', dir, '--out', lines).status).toBe(0)
  expect(readFileSync(lines, 'utf8')).toBe('')
  expect(run('--data', dir, '--out', page, '--format', 'timeline').status).toBe(0)
  expect(readFileSync(page, 'utf8')).toContain('Nothing has been delivered yet.')
})

describe('wrong use ends with 2 and says what is wrong', () => {
  test.each<[string, string[], string]>([
    ['no directory', ['--out', 'x'], '--data must name a directory.'],
    ['no file', ['--data', 'x'], '--out must name a file.'],
    ['an unknown format', ['--data', 'x', '--out', 'y', '--format', 'csv'], '--format must be jsonl or timeline.'],
    ['a file beside the database', ['--data', 'x', '--out', 'x/waymark.db'], '--out must not be inside the data directory.'],
    ['an unknown option', ['--data', 'x', '--out', 'y', '--all'], "Unknown option '--all'"],
  ])('%s', (_, args, sentence) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
    expect(stderr).toContain('Usage: node export/main.ts')
  })
})

describe('a failure ends with 1, says so, and writes nothing', () => {
  test('no database there', () => {
    const [dir, out] = [aDirectory(), join(aDirectory(), 'out')]
    expect(run('--data', dir, '--out', out)).toMatchObject({
      status: 1,
      stderr: `Nothing was exported: there is no waymark.db in ${dir}.\n`,
    })
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(dir)).toEqual([])
  })
  test('something else there', () => {
    const [dir, out] = [aDirectory(), join(aDirectory(), 'out')]
    writeFileSync(join(dir, 'waymark.db'), 'no database '.repeat(1000))
    expect(run('--data', dir, '--out', out)).toMatchObject({ status: 1, stderr: 'Nothing was exported: file is not a database.\n' })
    expect(existsSync(out)).toBe(false)
  })
  test('no place to write to', () => {
    const dir = aDirectory()
    storeIn(dir, packed(aBatch()))
    const { status, stderr } = run('--data', dir, '--out', join(aDirectory(), 'missing', 'out'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Nothing was exported: ENOENT/)
  })
})
