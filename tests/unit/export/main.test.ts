import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openStorage } from '../../../collector/storage.ts'
import { Trace } from '../../../lib/trace/schema.ts'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
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
    stdout: `Wrote 2 traces with 36 actions of 3 batches to ${out}.\nTimes, pauses and pointer paths are not in it.\nLeft out 1, unreadable: json.\n`,
    stderr: '',
  })
  collector.close()
  expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(2)
})

const scrolling = () => aBatch({ sequences: [aSequence({ actions: inOrder([anAction('scroll'), anAction('scroll')]) })] })

test.each<[string[], string, number, string]>([
  [[], 'none', 1, 'Wrote 1 trace with 1 action of 1 batch to OUT.\nTimes, pauses and pointer paths are not in it.\n'],
  [['--rhythm', 'none'], 'none', 1, 'Wrote 1 trace with 1 action of 1 batch to OUT.\nTimes, pauses and pointer paths are not in it.\n'],
  [
    ['--rhythm', 'recorded'],
    'recorded',
    2,
    'Wrote 1 trace with 2 actions of 1 batch to OUT.\nTimes, pauses and pointer paths are in it.\n',
  ],
])('with %j every line says that its rhythm is %s, and the page shows as much', (args, rhythm, actions, printed) => {
  const dir = aDirectory()
  storeIn(dir, packed(scrolling()))
  const [lines, page] = [join(aDirectory(), 'lines'), join(aDirectory(), 'page')]
  expect(run('--data', dir, '--out', lines, ...args).stdout.replace(lines, 'OUT')).toBe(printed)
  const trace = Trace.parse(JSON.parse(readFileSync(lines, 'utf8')))
  expect([trace.rhythm, trace.sequence.actions.length]).toEqual([rhythm, actions])
  expect(run('--data', dir, '--out', page, '--format', 'timeline', ...args).status).toBe(0)
  expect(readFileSync(page, 'utf8').includes('<time>0:00.0</time>')).toBe(rhythm === 'recorded')
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
    ['an unknown format', ['--data', 'x', '--out', 'y', '--format', 'csv'], '--format must be one of jsonl, parquet, card, timeline.'],
    ['an unknown rhythm', ['--data', 'x', '--out', 'y', '--rhythm', 'all'], '--rhythm must be none or recorded.'],
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
