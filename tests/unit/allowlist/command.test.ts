import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readOptions } from '../../../scripts/allowlist/options.ts'
import { readList } from '../../../scripts/allowlist/read-list.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'

const MAIN = join(import.meta.dirname, '../../../scripts/allowlist/main.ts')
const WIKI = 'https://wiki.example.com/*'
let folder = temporaryFolder('allowlist')
beforeEach(() => {
  folder.remove()
  folder = temporaryFolder('allowlist')
})
afterAll(() => folder.remove())

/** Runs the command in the folder: exit code and lines, those of an error instead where there are any. */
function run(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...options], { cwd: folder.path, encoding: 'utf8' })
  return { code: status, lines: (stderr || stdout).trim().split('\n') }
}
const write = (name: string, text: string | object) =>
  writeFileSync(join(folder.path, name), typeof text === 'string' ? text : JSON.stringify(text))
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8')
const publicKeyIn = (lines: string[]) => /recording\.file\.publicKey (\S+)/.exec(lines.join('\n'))?.[1] ?? ''

test('every fault of a list is told with line, column and reason, in the order of the file', () => {
  write(
    'list.json',
    '{\n  "sites": [{ "match": "https://*.co.uk/*" },\n    { "match": "https://a.example.com/*", "txet": "public" }],\n  "exept": []\n}',
  )
  expect(run('check', 'list.json')).toEqual({
    code: 1,
    lines: [
      expect.stringMatching(
        /^list\.json:2:24: sites\[0\]\.match: A whole public suffix.* Found: https:\/\/\*\.co\.uk\/\* \(bare-suffix\)$/,
      ),
      expect.stringMatching(/^list\.json:3:43: sites\[1\]\.txet: .*\(unknown-key\)$/),
      expect.stringMatching(/^list\.json:4:3: exept: .*\(unknown-key\)$/),
    ],
  })
})

test('more faults than a browser would show are told all the same', () => {
  write('list.json', { sites: Array.from({ length: 30 }, () => ({ match: '*' })) })
  // Each of them is also the same as the first; one fault a place.
  expect(run('check', 'list.json').lines).toHaveLength(30)
})

test.each([
  ['{ "sites": [,] }', '1:13: A value is expected here'],
  ['{ "sites": [{}, ] }', '1:17: There is a comma too many'],
  ['{ "sites": [] "except": [] }', '1:15: A comma or } is expected here'],
  ["{ 'sites': [] }", '1:3: A key in double quotes'],
  ['{ "sites": [],\n\n  "sites": [] }', '3:3: The key "sites" stands here twice'],
  ['// sites\n{}', '1:1: JSON has no comments'],
  ['{ "sites": ["a\nb"] }', '1:13: This text does not end on its line'],
  ['{ "sites": ["a\tb"] }', '1:13: In this text'],
  ['{ "sites": ["a\\d"] }', '1:13: In this text'],
  ['{ "sites": [', '1:13: The file ends where a value'],
  ['{ "sites": [] } x', '1:17: Something stands behind the end'],
  ['\ufeff{}', '1:1: The file begins with a byte order mark'],
  ['', '1:1: The file ends where a value is expected'],
  ['['.repeat(100), '1:52: Nested deeper'],
  ['[]', '1:1: Another type is expected'],
  ['{}', '1:1: sites: A key that is needed'],
])('%j is refused at %s', async (text, told) => {
  write('list.json', text)
  await expect(readList(join(folder.path, 'list.json'), undefined)).rejects.toThrow(`list.json:${told}`)
})

test('a file that is not there, or no UTF-8, is told so', () => {
  expect(run('check', 'none.json')).toEqual({ code: 1, lines: ['none.json: There is no such file.'] })
  writeFileSync(join(folder.path, 'list.json'), Buffer.from([0x22, 0xff]))
  expect(run('check', 'list.json')).toEqual({ code: 1, lines: ['list.json: The file is not UTF-8.'] })
})

test('what is signed can be checked with the key that was printed, and with no other', () => {
  write('list.json', { sites: [{ match: WIKI }] })
  const signed = run('sign', 'list.json', '--key', 'key.pem', '--version', '7')
  expect([signed.code, signed.lines[0]]).toEqual([
    0,
    expect.stringMatching(/^Signed list\.signed\.json: version 7, expires \d{4}-\d\d-\d\d 00:00 UTC\./),
  ])
  expect(statSync(join(folder.path, 'key.pem')).mode & 0o777).toBe(0o600)
  const publicKey = publicKeyIn(signed.lines)
  expect(run('check', 'list.signed.json', '--public-key', publicKey)).toMatchObject({
    code: 0,
    lines: [expect.stringContaining('The signature is good.')],
  })
  expect(run('check', 'list.signed.json').lines[0]).toContain('The signature was not verified')

  const other = publicKeyIn(run('sign', 'list.json', '--key', 'other.pem', '--out', 'other.json').lines)
  expect(other).not.toBe(publicKey)
  expect(run('check', 'list.signed.json', '--public-key', other)).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('(list-signature)')],
  })
  expect(run('check', 'list.json', '--public-key', publicKey)).toMatchObject({ code: 1, lines: ['list.json: The file is not signed.'] })
  write('list.signed.json', JSON.stringify(JSON.parse(read('list.signed.json'))))
  expect(run('check', 'list.signed.json')).toMatchObject({ code: 1, lines: [expect.stringContaining('not any more as it was signed')] })
})

test('the next file goes one version up, and says what it records more and less', () => {
  write('list.json', { sites: [{ match: WIKI }, { match: 'https://mail.example.com/*' }] })
  expect(publicKeyIn(run('sign', 'list.json', '--key', 'key.pem').lines)).toHaveLength(43)
  write('list.json', { sites: [{ match: WIKI, text: 'public' }] })
  const { code, lines } = run('sign', 'list.json', '--key', 'key.pem')
  expect([code, ...lines.slice(1, -1)]).toEqual([
    0,
    'Compared with version 1:',
    'Recorded more:',
    `  ${WIKI}: the text of the site may be kept (public).`,
    'Recorded less:',
    '  https://mail.example.com/* is not listed any more.',
  ])
  expect(lines[0]).toContain('version 2')
  expect(run('diff', 'list.json', 'list.signed.json')).toEqual({ code: 0, lines: ['Nothing more and nothing less is recorded.'] })
})

test('nothing is written over that is no older list, and no version twice', () => {
  write('list.json', { sites: [{ match: WIKI }] })
  write('list.signed.json', 'mine')
  expect(run('sign', 'list.json', '--key', 'key.pem')).toMatchObject({ code: 1, lines: [expect.stringContaining('Move it away')] })
  expect(read('list.signed.json')).toBe('mine')
  expect(run('sign', 'list.json', '--key', 'key.pem', '--out', 'out.json').code).toBe(0)
  const before = read('out.json')
  expect(run('sign', 'list.json', '--key', 'key.pem', '--out', 'out.json', '--version', '1')).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('would refuse version 1')],
  })
  expect(run('sign', 'out.json', '--key', 'key.pem', '--out', 'two.json')).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('signed already')],
  })
  expect([read('out.json'), existsSync(join(folder.path, 'two.json'))]).toEqual([before, false])
})

test('a list with a fault is not signed, and no key is made for it', () => {
  write('list.json', { sites: [{ match: '<all_urls>' }] })
  expect(run('sign', 'list.json', '--key', 'key.pem').code).toBe(1)
  expect([existsSync(join(folder.path, 'key.pem')), existsSync(join(folder.path, 'list.signed.json'))]).toEqual([false, false])
})

test('a key of another kind, or none, is refused, and one that others can read is pointed out', () => {
  write('list.json', { sites: [{ match: WIKI }] })
  write('key.pem', String(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })))
  expect(run('sign', 'list.json', '--key', 'key.pem')).toMatchObject({
    code: 1,
    lines: ['key.pem holds a key of the kind rsa, and Ed25519 is needed'],
  })
  write('key.pem', 'x')
  expect(run('sign', 'list.json', '--key', 'key.pem')).toMatchObject({ code: 1, lines: [expect.stringContaining('no private key')] })
  expect(run('sign', 'list.json', '--key', 'good.pem').lines.join()).not.toContain('chmod')
  chmodSync(join(folder.path, 'good.pem'), 0o644)
  expect(run('sign', 'list.json', '--key', 'good.pem').lines.at(-1)).toBe('Others on this machine can read good.pem: chmod 600 it.')
})

test.each([
  [[], 'A command is missing.'],
  [['publish', 'a'], 'There is no command publish.'],
  [['check'], 'check takes one file, and was given 0.'],
  [['diff', 'a'], 'diff takes two files, and was given 1.'],
  [['check', 'a', '--key', 'b'], 'check takes no --key.'],
  [['check', 'a', '--public-key', 'b'], '--public-key is not a public key as sign prints it.'],
  [['sign', 'a', '--version', '1.5'], '--version must be a whole number from 1.'],
  [['sign', 'a', '--expires', '2030-02-30'], '--expires must be a date, as 2030-01-31 or 2030-01-31T18:00:00Z.'],
  [['sign', 'a', '--expires', 'tomorrow'], '--expires must be a date, as 2030-01-31 or 2030-01-31T18:00:00Z.'],
  [['sign', 'a', '--expires', '2020-01-31'], '--expires has passed already.'],
  [['sign', 'a', '--expires', '2999-01-31'], '--expires is more than 366 days ahead.'],
  [['check', 'a', '--frobnicate'], "Unknown option '--frobnicate'"],
])('%j is wrong usage', (options, told) => {
  expect(readOptions(options, folder.path, Date.now())).toContain(told)
})

test('wrong usage ends with 2 and says how it is used', () => {
  const { code, lines } = run('check')
  expect([code, lines[0], lines[2]]).toEqual([2, 'check takes one file, and was given 0.', 'Usage: npm run allowlist -- COMMAND'])
})
