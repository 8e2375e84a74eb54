/** Builds and packs a release for an administrator's own server: for every browser, with update manifests, sources and checksums. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { release, type Release } from './pack/release.ts'

const ROOT = resolve(import.meta.dirname, '..')
const USAGE = `Usage: npm run pack -- --url https://SERVER/FOLDER [--out DIR] [--key FILE]

  --url   where the files of DIR will be served from
  --out   directory to write to (default .output/pack)
  --key   signing key, made if absent (default .keys/waymark.pem); whoever has it can update the extension`

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string' },
        out: { type: 'string', default: resolve(ROOT, '.output', 'pack') },
        key: { type: 'string', default: resolve(ROOT, '.keys', 'waymark.pem') },
      },
    })
    const { url, out, key } = values
    if (!url || !/^https?:\/\//.test(url) || !URL.canParse(url)) return '--url must be an http or https address.'
    return { url: url.replace(/\/$/, ''), out: resolve(out), key: resolve(key) }
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}

async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  process.stdout.write(`${what} … `)
  const result = await run()
  process.stdout.write(`${((Date.now() - begun) / 1000).toFixed(1)} s\n`)
  return result
}

/** What each file is for, by the end of its name. */
const PURPOSE: [RegExp, string][] = [
  [/\.crx$/, 'Chromium, Chrome, Edge: the signed extension'],
  [/^update\.xml$/, 'where they find it'],
  [/\.xpi$/, 'Firefox: the add-on, not yet signed by Mozilla'],
  [/^updates\.json$/, 'where Firefox finds it'],
  [/-source\.zip$/, 'what both were built from; BUILDING.md in it says how'],
  [/\.sbom\.json$/, 'packages with licences and digests, CycloneDX'],
  [/^SHA256SUMS$/, 'check with: sha256sum -c SHA256SUMS'],
]

function summary({ version, id, firefoxId, sizes }: Release, url: string, out: string): string {
  const width = Math.max(...Object.keys(sizes).map((name) => name.length))
  const files = Object.entries(sizes).map(([name, bytes]) => {
    const purpose = PURPOSE.find(([end]) => end.test(name))?.[1] ?? ''
    return `  ${name.padEnd(width)}  ${String(Math.ceil(bytes / 1000)).padStart(5)} KB  ${purpose}`
  })
  return `
Waymark ${version} is packed in ${out}:
${files.join('\n')}

Serve them from ${url}. The extension is ${id}
in Chromium, Chrome and Edge, and ${firefoxId} in Firefox. For the policies of every platform:
  npm run kit -- --settings FILE --id ${id} --update-url ${url}/update.xml \\
    --xpi-url ${url}/waymark-${version}.xpi
deploy/README.md says what comes before and after.`
}

const options = readOptions()
if (typeof options === 'string') {
  console.error(`${options}\n\n${USAGE}`)
  process.exit(2)
}
try {
  console.log(summary(await release(ROOT, options, step), options.url, options.out))
} catch (error) {
  console.error(`\nNothing was packed: ${error instanceof Error ? error.message : 'unknown failure'}`)
  process.exit(1)
}
