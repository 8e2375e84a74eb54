/** `npm run kit`: settings of one company in, files for every platform out, or a sentence for every fault. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { judgeKit, type Given } from '../../../scripts/policy/judge-kit.ts'
import { kitFiles } from '../../../scripts/policy/kit-files.ts'
import { switchedOff, type Kit } from '../../../scripts/policy/kit.ts'
import { managedSchema } from '../../../scripts/policy/managed-schema.ts'
import { FIREFOX_ID, SAMPLE } from '../../../scripts/policy/sample.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { GOOD, isPublicSuffix } from '../policy/suffix-list.ts'
import { readKey, type Schema } from './chromium-registry.ts'
import { parsePropertyList } from './property-list.ts'
import { emptyKey, importRegistryFile, keyAt } from './registry-tree.ts'

const ID = 'abcdefghijklmnopabcdefghijklmnop'
const SCHEMA: Schema = JSON.parse(JSON.stringify(managedSchema()))
/** Everything that could be lost on the way: twelve sites in their order, letters, quotes, signs of XML, fractions, empty lists. */
const SETTINGS: Kit['settings'] = {
  collector: { url: 'https://collector.company.example', token: 'token-0123456789"\\', flushMinutes: 1.5 },
  recording: {
    sites: Array.from({ length: 12 }, (_, i) => ({ match: `https://site${i}.example.com/*`, unmask: ['[title="Save"] > a'], routes: [] })),
    except: [],
    schedule: { days: ['mon'], from: '08:00', to: '18:00', timeZone: 'Europe/Berlin' },
  },
  person: { allowDelete: false },
  notice: { company: 'Büro & Söhne ’25', contact: "The company's privacy desk", consent: 'obtained' },
}
const given = (change: Partial<Given> = {}): Given => ({
  id: ID,
  updateUrl: 'https://updates.company.example/update.xml',
  firefox: null,
  settings: SETTINGS,
  listed: null,
  ...change,
})
const judge = (change: Partial<Given> = {}) => judgeKit(given(change), isPublicSuffix)
const kit = judge()
if (Array.isArray(kit)) throw new Error(kit.join('\n'))
const files = kitFiles(kit)

describe('nothing is lost on the way', () => {
  test('through the registry', () => {
    const registry = emptyKey()
    importRegistryFile(registry, files['windows/edge.reg'] ?? '')
    expect(readKey(keyAt(registry, `Software\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy`), SCHEMA)).toEqual(SETTINGS)
  })

  test('through a property list', () => {
    expect(parsePropertyList(files['macos/edge.mobileconfig'] ?? '')).toMatchObject({ PayloadContent: [{}, SETTINGS] })
  })

  test('through a script of PowerShell', () => {
    const registry = emptyKey()
    for (const [, name = '', text = ''] of (files['intune/remediate.ps1'] ?? '').matchAll(/^ {2}'(\w+)' = '((?:[^']|'')*)'$/gm))
      registry.values.set(name, text.replaceAll("''", "'"))
    expect(readKey(registry, SCHEMA)).toEqual(SETTINGS)
    expect(files['intune/remediate.ps1']).toMatch(/^[ -~\n]*$/)
  })
})

test('switched off, every file says that there is nothing to record, and lets the extension into no site', () => {
  const off = kitFiles(switchedOff(kit))
  const registry = emptyKey()
  importRegistryFile(registry, off['windows/chrome.reg'] ?? '')
  const read = readKey(keyAt(registry, `Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}\\policy`), SCHEMA)
  expect(read).toEqual({ ...SETTINGS, recording: { sites: [] } })
  expect(resolvePolicy(read, isPublicSuffix)).toEqual({ kind: 'empty', missing: ['recording'] })
  for (const text of Object.values(off)) expect(text).not.toContain('site1.example.com')
})

test('where the list stands in a signed file, the browser is not closed to sites that nobody can know', () => {
  const recording = { file: { url: 'https://lists.company.example/allowlist.json', publicKey: 'A'.repeat(43) } }
  const named = judge({ settings: { ...SETTINGS, recording } })
  if (Array.isArray(named)) throw new Error(named.join('\n'))
  const policy = JSON.parse(kitFiles(named)['linux/waymark.json'] ?? '')
  expect(policy['3rdparty'].extensions[ID].recording).toEqual(recording)
  expect(policy.ExtensionSettings[ID]).toMatchObject({ runtime_blocked_hosts: [], runtime_allowed_hosts: [] })
})

test('but to all that are not in the list, where that is given', () => {
  const recording = { file: { url: 'https://lists.company.example/allowlist.json', publicKey: 'A'.repeat(43) } }
  const named = judge({
    settings: { ...SETTINGS, recording },
    listed: ['https://wiki.example.com/wiki/*', 'https://*.example.org/*'],
    firefox: { id: FIREFOX_ID, xpiUrl: 'https://updates.company.example/w.xpi' },
  })
  if (Array.isArray(named)) throw new Error(named.join('\n'))
  const barrier = {
    runtime_blocked_hosts: ['*://*'],
    runtime_allowed_hosts: [
      'https://wiki.example.com',
      'https://*.example.org',
      'https://collector.company.example',
      'https://lists.company.example',
    ],
  }
  const made = kitFiles(named)
  expect(JSON.parse(made['linux/waymark.json'] ?? '').ExtensionSettings[ID]).toMatchObject(barrier)
  expect(JSON.parse(made['firefox/policies.json'] ?? '').policies.ExtensionSettings[FIREFOX_ID]).toMatchObject(barrier)
})

describe('what would not work is refused, and said', () => {
  test.each<[string, Partial<Given>, RegExp]>([
    ['an identifier', { id: SAMPLE.id }, /^--id must be the 32 letters/],
    ['an address of updates', { updateUrl: 'update.xml' }, /^--update-url must be/],
    ['an address of the package', { firefox: { id: FIREFOX_ID, xpiUrl: 'file:///waymark.xpi' } }, /^--xpi-url must be/],
    ['an identifier for Firefox', { firefox: { id: 'waymark', xpiUrl: 'https://updates.company.example/w.xpi' } }, /^--firefox-id must be/],
    [
      'a fault of the policy',
      { settings: { ...GOOD, recording: { sites: [{ match: 'https://*/*' }] } } },
      /^recording.sites\[0\].match: .*bare-suffix/,
    ],
    ['settings that record nothing', { settings: { collector: GOOD.collector } }, /^recording: missing/],
    ['settings that are no object', { settings: '{}' }, /^settings: .*wrong-type/],
    [
      'more hosts than the browser reads',
      {
        settings: { ...SETTINGS, recording: { sites: Array.from({ length: 100 }, (_, i) => ({ match: `https://s${i}.example.com/*` })) } },
      },
      /^recording.sites: 101 hosts/,
    ],
    ['a list beside sites', { listed: ['https://wiki.example.com/*'] }, /^--list is for settings that name a signed list/],
  ])('%s', (_, change, sentence) => {
    expect(judge(change)).toEqual([expect.stringMatching(sentence)])
  })

  test('all of the sample that was left in it', () => {
    expect(judge({ settings: SAMPLE.settings })).toEqual(
      ['collector.url', 'collector.token', 'notice.company', 'notice.contact', 'notice.url'].map(
        (path) => `${path}: still that of the sample.`,
      ),
    )
  })
})

describe('the command', () => {
  const folder = temporaryFolder('kit')
  afterAll(folder.remove)
  const root = join(import.meta.dirname, '../../..')
  const file = join(folder.path, 'settings.json')
  const out = join(folder.path, 'out')
  const run = (...args: string[]) => spawnSync(process.execPath, [join(root, 'scripts/kit-cli.ts'), ...args], { encoding: 'utf8' })
  const options = ['--settings', file, '--id', ID, '--update-url', 'https://updates.company.example/update.xml', '--out', out]

  test('ends with 2 and says how it is used when it is not told the settings', () => {
    expect(run('--id', ID)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--settings must name a file.\n\nUsage: npm run kit'),
    })
  })

  test('takes the hosts of the barrier from a list, and writes nothing where that has a fault', () => {
    const list = join(folder.path, 'allowlist.json')
    const into = join(folder.path, 'listed')
    const recording = { file: { url: 'https://lists.company.example/allowlist.json', publicKey: 'A'.repeat(43) } }
    writeFileSync(file, JSON.stringify({ ...SETTINGS, recording }))
    writeFileSync(list, JSON.stringify({ sites: [{ match: 'https://*/*' }] }))
    const write = () => run(...options.slice(0, -1), into, '--list', list)
    expect(write()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Nothing was written\.\n.*allowlist\.json:1:\d+: .*bare-suffix/),
    })
    expect(existsSync(into)).toBe(false)
    writeFileSync(list, JSON.stringify({ sites: [{ match: 'https://wiki.example.com/wiki/*' }] }))
    expect(write()).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(into, 'linux/waymark.json'), 'utf8')).toContain('"https://wiki.example.com"')
  })

  test('writes all or nothing', () => {
    writeFileSync(file, JSON.stringify(SAMPLE.settings))
    expect(run(...options)).toMatchObject({ status: 1, stderr: expect.stringContaining('Nothing was written.') })
    expect(existsSync(out)).toBe(false)
    writeFileSync(file, JSON.stringify(SETTINGS))
    expect(run(...options)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(out, 'linux/waymark.json'), 'utf8')).toBe(files['linux/waymark.json'])
    // Letters outside ASCII: in the encoding that the registry editor reads them in.
    const registryFile = readFileSync(join(out, 'windows/chrome.reg'))
    expect(registryFile.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]))
    expect(registryFile.subarray(2).toString('utf16le')).toBe(files['windows/chrome.reg'])
  })
})
