/** Writes the files that deploy the extension on every platform, from one file of settings. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { parseSuffixes } from '../lib/policy/public-suffixes.ts'
import { judgeKit, type Given } from './policy/judge-kit.ts'
import { kitFiles } from './policy/kit-files.ts'
import { switchedOff } from './policy/kit.ts'

const ROOT = new URL('..', import.meta.url).pathname
const SUFFIXES = join(ROOT, '.output', 'chrome-mv3', 'public-suffixes.txt')
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
const USAGE = `Usage: npm run kit -- --settings FILE --id ID --update-url URL [--xpi-url URL] [--out DIR] [--off]

  --settings     your copy of deploy/settings.sample.json
  --id           the extension's id, as printed by packing
  --update-url   where browsers find update.xml, as printed by packing
  --xpi-url      where Firefox finds the package (default: where packing names it, beside update.xml)
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
        'xpi-url': text(),
        out: text(join(ROOT, '.output', 'kit')),
        off: { type: 'boolean', default: false },
      },
    })
    if (values.settings === '') return '--settings must name a file.'
    const updateUrl = values['update-url']
    return {
      file: values.settings,
      id: values.id,
      updateUrl,
      xpiUrl: values['xpi-url'] || updateUrl.replace(/[^/]*$/, `waymark-${version}.xpi`),
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

const options = readOptions()
if (typeof options === 'string') fail(2, options, '', USAGE)
const { file, out, off, ...addresses } = options
if (!existsSync(SUFFIXES)) fail(1, 'The list of public suffixes is not built: run npm run build first.')
const given: Given = { ...addresses, settings: readSettings(file) }
const kit = judgeKit(given, parseSuffixes(readFileSync(SUFFIXES, 'utf8')))
if (Array.isArray(kit)) fail(1, 'Nothing was written.', ...kit.map((problem) => `  ${problem}`))
const files = Object.entries(kitFiles(off ? switchedOff(kit) : kit))
for (const [name, content] of files) {
  const path = join(out, name)
  // Every file holds the token of the collector.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, encoded(name, content))
}
console.log(`${files.length} files in ${out}${off ? ': recording is off in all of them' : ''}`)
