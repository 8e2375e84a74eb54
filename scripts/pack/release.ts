/** Everything that a release consists of, built from the sources and from nothing else. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packExtension, replace } from '../pack.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { json, packForFirefox } from './firefox.ts'
import { billOfMaterials } from './sbom.ts'
import { build, sourcesOf, unpack } from './source.ts'
import { zip } from './zip.ts'

export type ReleaseOptions = {
  /** Where the files will be served from, without a slash at the end. */
  url: string
  out: string
  /** File of the signing key. */
  key: string
}
export type Release = {
  version: string
  /** In Chromium, Chrome and Edge. */
  id: string
  firefoxId: string
  /** What was written, in `sizes` by name: bytes. */
  sizes: Record<string, number>
}
/** Is told what is done, and gives what that gave. */
type Step = <T>(what: string, run: () => Promise<T>) => Promise<T>

/**
 * Builds and packs for every browser from a copy of the sources in `root`, so that no older build and no file that is no source can get
 * in. The same sources, packages, key and address give the same bytes.
 */
export async function release(root: string, { url, out, key }: ReleaseOptions, step: Step): Promise<Release> {
  const sources = sourcesOf(root)
  const { path: folder, remove } = temporaryFolder('release')
  try {
    unpack(sources, root, folder)
    const chromium = await step('Building for Chromium, Chrome and Edge', () => build(folder, 'chrome'))
    const firefox = await step('Building for Firefox', () => build(folder, 'firefox'))
    const bom = await step('Listing the packages', () => billOfMaterials(folder))
    return await step('Packing and signing', async () => {
      const xpi = packForFirefox(firefox, { updateUrl: `${url}/updates.json` })
      const crx = await packExtension(chromium, out, { key })
      const name = `waymark-${crx.version}`
      const files: Record<string, Buffer | string> = {
        [`${name}.crx`]: readFileSync(crx.crx),
        [`${name}.xpi`]: xpi.xpi,
        [`${name}-source.zip`]: zip(sources),
        [`${name}.sbom.json`]: json(bom),
        // After what they lead to: a browser may be asking meanwhile.
        'update.xml': crx.updateManifest(`${url}/${name}.crx`),
        'updates.json': xpi.updateManifest(`${url}/${name}.xpi`),
      }
      files.SHA256SUMS = Object.entries(files)
        .map(([file, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`)
        .join('')
      for (const [file, bytes] of Object.entries(files)) await replace(join(out, file), bytes)
      const sizes = Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, Buffer.byteLength(bytes)]))
      return { version: crx.version, id: crx.id, firefoxId: xpi.id, sizes }
    })
  } finally {
    remove()
  }
}
