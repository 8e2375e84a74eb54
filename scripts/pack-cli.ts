/** Builds and packs a release for an administrator's own server: for every browser, with update manifests, sources and checksums. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { release, type Release } from './pack/release.ts'

const ROOT = resolve(import.meta.dirname, '..')
const USAGE = `Usage: npm run pack -- --url https://SERVER/FOLDER [--out DIR] [--key FILE] [--firefox-id ID]

  --url         where the files of DIR will be served from
  --out         directory to write to (default .output/pack)
  --key         signing key, made if absent (default .keys/waymark.pem); whoever has it can update the extension
  --firefox-id  identifier for Firefox, as waymark@your-company.example; needed to have Mozilla sign the add-on for you`

/** Mozilla's own rule for identifiers that look like addresses. */
const FIREFOX_ID = /^[\w.-]*@[\w.-]+$/

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string' },
        out: { type: 'string', default: resolve(ROOT, '.output', 'pack') },
        key: { type: 'string', default: resolve(ROOT, '.keys', 'waymark.pem') },
        'firefox-id': { type: 'string' },
      },
    })
    const { url, out, key, 'firefox-id': firefoxId } = values
    if (!url || !/^https?:\/\//.test(url) || !URL.canParse(url)) return '--url must be an http or https address.'
    if (firefoxId !== undefined && !FIREFOX_ID.test(firefoxId)) return '--firefox-id must look like waymark@your-company.example.'
    return { url: url.replace(/\/$/, ''), out: resolve(out), key: resolve(key), firefoxId }
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

Serve them from ${url}, and put into the policy, under ExtensionSettings:
  Chromium, Chrome, Edge   ${id}
                           "update_url": "${url}/update.xml"
  Firefox                  ${firefoxId}
                           "install_url": "${url}/waymark-${version}.xpi"
deploy/README.md says how the add-on is signed, and has complete policies.`
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
