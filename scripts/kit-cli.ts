/** Writes the files that deploy the extension on every platform, from one file of settings. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseSuffixes } from '../lib/policy/public-suffixes.ts'
import { readList } from './allowlist/read-list.ts'
import { judgeKit, type Given } from './policy/judge-kit.ts'
import { kitFiles } from './policy/kit-files.ts'
import { switchedOff } from './policy/kit.ts'
import { FIREFOX_ID } from './policy/sample.ts'
import { suffixList } from './suffix-list.ts'

const ROOT = new URL('..', import.meta.url).pathname
const USAGE = `Usage: npm run kit -- --settings FILE --id ID --update-url URL [--list FILE] [--xpi-url URL [--firefox-id ID]] [--out DIR] [--off]

  --settings     your copy of deploy/settings.sample.json
  --id           the extension's id, as printed by packing
  --update-url   where browsers find update.xml, as printed by packing
  --list         where the settings name a signed list: that list, for the browser's own barrier
  --xpi-url      where Firefox finds the package; without it there are no files for Firefox
  --firefox-id   its identifier there (default ${FIREFOX_ID})
  --out          directory to write to (default .output/kit)
  --off          files that switch recording off everywhere; undone by files without it`

function readOptions() {
  try {
    const text = (value = '') => ({ type: 'string' as const, default: value })
    const { values } = parseArgs({
      options: {
        settings: text(),
        id: text(),
        'update-url': text(),
        list: text(),
        'xpi-url': text(),
        'firefox-id': text(FIREFOX_ID),
        out: text(join(ROOT, '.output', 'kit')),
        off: { type: 'boolean', default: false },
      },
    })
    if (values.settings === '') return '--settings must name a file.'
    return {
      file: values.settings,
      id: values.id,
      updateUrl: values['update-url'],
      firefox: values['xpi-url'] === '' ? null : { id: values['firefox-id'], xpiUrl: values['xpi-url'] },
      list: values.list,
      out: values.out,
      off: values.off,
    }
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}

function fail(status: 1 | 2, ...lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(status)
}

/** Letters outside ASCII reach the registry only from a file in the editor's own encoding. */
function encoded(name: string, content: string): Buffer {
  return name.endsWith('.reg') && /[^\r\n -~]/.test(content) ? Buffer.from(`\uFEFF${content}`, 'utf16le') : Buffer.from(content)
}

function readSettings(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return fail(1, `${file} cannot be read: ${error instanceof Error ? error.message : 'unknown failure'}`)
  }
}

async function sitesIn(list: string): Promise<string[] | null> {
  if (list === '') return null
  const read = await readList(list, undefined).catch((error: unknown) =>
    fail(1, 'Nothing was written.', error instanceof Error ? error.message : `${list} cannot be read.`),
  )
  return read.recording.sites.map(({ match }) => match)
}

const options = readOptions()
if (typeof options === 'string') fail(2, options, '', USAGE)
const { file, list, out, off, ...addresses } = options
const given: Given = { ...addresses, settings: readSettings(file), listed: await sitesIn(list) }
const kit = judgeKit(given, parseSuffixes(await suffixList()))
if (Array.isArray(kit)) fail(1, 'Nothing was written.', ...kit.map((problem) => `  ${problem}`))
const files = Object.entries(kitFiles(off ? switchedOff(kit) : kit))
for (const [name, content] of files) {
  const path = join(out, name)
  // Every file holds the token of the collector.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, encoded(name, content))
}
console.log(`${files.length} files in ${out}${off ? ': recording is off in all of them' : ''}`)
