/** Packs the built extension for an administrator's own server: a CRX, and the update manifest that leads browsers to it. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packExtension } from './pack.ts'

const ROOT = new URL('..', import.meta.url).pathname
const USAGE = `Usage: npm run pack -- --url https://SERVER/FOLDER [--out DIR] [--key FILE]

  --url   where the files of DIR will be served from
  --out   directory to write to (default .output/pack)
  --key   signing key, made if absent (default .keys/waymark.pem); whoever has it can update the extension`

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string' },
        out: { type: 'string', default: join(ROOT, '.output', 'pack') },
        key: { type: 'string', default: join(ROOT, '.keys', 'waymark.pem') },
      },
    })
    const { url, out, key } = values
    if (!url || !/^https?:\/\//.test(url) || !URL.canParse(url)) return '--url must be an http or https address.'
    return { url: url.replace(/\/$/, ''), out, key }
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}

const options = readOptions()
if (typeof options === 'string') {
  console.error(`${options}\n\n${USAGE}`)
  process.exit(2)
}
const { url, out, key } = options
if (!existsSync(join(ROOT, '.output', 'chrome-mv3', 'manifest.json'))) {
  console.error('There is no extension to pack: run npm run build first.')
  process.exit(1)
}
try {
  const { id, version, crx, updateManifest } = await packExtension(join(ROOT, '.output', 'chrome-mv3'), out, { key })
  const manifest = join(out, 'update.xml')
  writeFileSync(manifest, updateManifest(`${url}/waymark-${version}.crx`))
  console.log(`Extension ${id}, version ${version}\n  ${crx}\n  ${manifest}\nPolicy: update_url ${url}/update.xml`)
} catch (error) {
  console.error(`Nothing was packed: ${error instanceof Error ? error.message : 'unknown failure'}`)
  process.exit(1)
}
