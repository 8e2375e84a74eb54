/** Two releases, the second built in another folder from what the first calls its sources. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { release, type Release } from '../../scripts/pack/release.ts'
import { unpack } from '../../scripts/pack/source.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { unzip } from '../fixtures/unzip.ts'
import { ROOT, read } from './tracked.ts'

const URL = 'https://updates.example.com/waymark'
/** Two builds take some seconds, several times that on a machine with too much to do. */
const BUILD_MS = 180_000

const folder = temporaryFolder('two-releases')
const at = (...path: string[]) => join(folder.path, ...path)
const quietly = <T>(_: string, run: () => Promise<T>) => run()
const inRelease = (end: string) => readFileSync(at('one', `waymark-${packed.version}${end}`))
let packed: Release

beforeAll(async () => {
  const key = at('key.pem')
  packed = await release(ROOT, { url: URL, out: at('one'), key }, quietly)
  const sources = [...unzip(inRelease('-source.zip'))].map(([path, { bytes, mode }]) => ({ path, bytes, executable: (mode & 0o100) !== 0 }))
  mkdirSync(at('elsewhere'))
  unpack(sources, ROOT, at('elsewhere'))
  // What a build or an editor leaves is no source.
  mkdirSync(at('elsewhere', '.output'))
  writeFileSync(at('elsewhere', '.output', 'left'), '')
  await release(at('elsewhere'), { url: URL, out: at('two'), key }, quietly)
}, BUILD_MS)
afterAll(() => folder.remove())

test('every file of the two is the same, byte for byte', () => {
  const names = readdirSync(at('one'))
  expect(names.toSorted()).toEqual(Object.keys(packed.sizes).toSorted())
  expect(readdirSync(at('two')).toSorted()).toEqual(names.toSorted())
  const other = names.filter((name) => !readFileSync(at('one', name)).equals(readFileSync(at('two', name))))
  expect(other).toEqual([])
})

test('the checksums are those of the files', () => {
  const lines = readFileSync(at('one', 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
  const sums = readdirSync(at('one')).map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(at('one', name)))
        .digest('hex')}  ${name}`,
  )
  expect(lines.toSorted()).toEqual(sums.filter((line) => !line.endsWith('SHA256SUMS')).toSorted())
})

test('the sources are the tracked files, and say how they are built', () => {
  const sources = unzip(inRelease('-source.zip'))
  const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).stdout.split('\0')
  expect([...sources.keys()].toSorted()).toEqual(tracked.filter((file) => file && existsSync(join(ROOT, file))).toSorted())
  expect(sources.get('BUILDING.md')?.bytes.toString()).toBe(read('BUILDING.md'))
  expect((sources.get('.ci/run')?.mode ?? 0) & 0o111).not.toBe(0)
})

test('update manifests lead to the files, under the identifiers that policies name', () => {
  expect(readFileSync(at('one', 'update.xml'), 'utf8')).toContain(`appid="${packed.id}"><updatecheck codebase="${URL}/waymark-`)
  expect(JSON.parse(readFileSync(at('one', 'updates.json'), 'utf8'))).toMatchObject({
    addons: { [packed.firefoxId]: { updates: [{ version: packed.version, update_link: `${URL}/waymark-${packed.version}.xpi` }] } },
  })
  const manifest: unknown = JSON.parse(unzip(inRelease('.xpi')).get('manifest.json')?.bytes.toString() ?? '')
  expect(manifest).toMatchObject({ browser_specific_settings: { gecko: { id: packed.firefoxId, update_url: `${URL}/updates.json` } } })
})

test('the list of packages names every package of the lockfile, and no host, path, time or tool', () => {
  const text = inRelease('.sbom.json').toString()
  const { components } = z.object({ components: z.array(z.object({ name: z.string(), version: z.string() })) }).parse(JSON.parse(text))
  const { packages } = z
    .object({ packages: z.record(z.string(), z.object({ version: z.string() })) })
    .parse(JSON.parse(read('package-lock.json')))
  const names = new Set(components.map(({ name, version }) => `${name}@${version}`))
  const inLock = Object.entries(packages).filter(([path]) => path !== '')
  const missing = inLock.filter(([path, { version }]) => !names.has(`${path.split('node_modules/').at(-1)}@${version}`))
  expect(missing.map(([path]) => path)).toEqual([])
  expect(text.match(/https?:\/\/[^"]+/g)).toEqual(['http://cyclonedx.org/schema/bom-1.5.schema.json'])
  expect(text).not.toMatch(/timestamp|serialNumber|"tools"|resolved/)
  expect(text).not.toContain(folder.path)
})
test.each([
  [[], '--url must be an http or https address.'],
  [['--url', 'ftp://updates.example.com'], '--url must be an http or https address.'],
  [['--url', URL, '--colour', 'red'], '--colour'],
])('%j is answered with what is wrong, and the usage', (words, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/pack-cli.ts'), ...words], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain(sentence)
  expect(stderr).toContain('Usage: npm run pack -- --url')
})
