import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { findChromium } from './browser/find-chromium.ts'
import { signingKey } from './signing-key.ts'
import { temporaryFolder } from './temporary-folder.ts'

const run = promisify(execFile)
const Manifest = z.object({ version: z.string() })

export type Packed = {
  /** Extension identifier, 32 letters from a to p. */
  id: string
  version: string
  /** Path of the CRX3 file. */
  crx: string
  /** Update manifest that sends browsers to `url` for the CRX. */
  updateManifest: (url: string) => string
}

function updateManifest(id: string, version: string, url: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${url}" version="${version}"/></app>
</gupdate>
`
}

/**
 * Packs the built extension in `dir` into `outDir/waymark-VERSION.crx`, with the browser's own packer.
 * @param options.key where the signing key is, or is to be made; whoever has it can update the extension
 * @throws {Error} with the browser's own words when it refuses to pack
 */
export async function packExtension(dir: string, outDir: string, { key }: { key: string }): Promise<Packed> {
  const { id } = signingKey(key)
  const { version } = Manifest.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')))
  // The packer writes beside the folder it packs; a copy keeps that, and a profile, away from the project and the person's browser.
  const work = temporaryFolder('pack')
  try {
    const copy = join(work.path, 'extension')
    cpSync(dir, copy, { recursive: true })
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const profile = `--user-data-dir=${join(work.path, 'profile')}`
    await run(findChromium(), ['--headless', ...root, profile, `--pack-extension=${copy}`, `--pack-extension-key=${key}`])
    mkdirSync(outDir, { recursive: true })
    const crx = join(outDir, `waymark-${version}.crx`)
    // Copied under another name first: the two folders may be on different disks, and a browser may be downloading the old file.
    cpSync(`${copy}.crx`, `${crx}.new`)
    renameSync(`${crx}.new`, crx)
    return { id, version, crx, updateManifest: (url) => updateManifest(id, version, url) }
  } finally {
    work.remove()
  }
}
