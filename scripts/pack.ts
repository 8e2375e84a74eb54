import { readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { crx } from './pack/crx.ts'
import { filesIn } from './pack/folder.ts'
import { zip } from './pack/zip.ts'
import { signingKey } from './signing-key.ts'

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
 * Packs the built extension in `dir` into `outDir/waymark-VERSION.crx`: the same bytes for the same files and key.
 * @param options.key where the signing key is, or is to be made; whoever has it can update the extension
 */
export async function packExtension(dir: string, outDir: string, { key }: { key: string }): Promise<Packed> {
  const signing = signingKey(key)
  const { version } = Manifest.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')))
  const file = join(outDir, `waymark-${version}.crx`)
  await mkdir(outDir, { recursive: true })
  await replace(file, crx(zip(filesIn(dir)), signing))
  return { id: signing.id, version, crx: file, updateManifest: (url) => updateManifest(signing.id, version, url) }
}

/** Written under another name first: a browser may be downloading the old file. */
export async function replace(file: string, content: Buffer | string): Promise<void> {
  await writeFile(`${file}.new`, content)
  await rename(`${file}.new`, file)
}
