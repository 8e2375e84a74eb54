import { z } from 'zod'
import { filesIn } from './folder.ts'
import { zip } from './zip.ts'

const Manifest = z.looseObject({
  version: z.string(),
  browser_specific_settings: z.object({ gecko: z.looseObject({ id: z.string(), strict_min_version: z.string() }) }),
})

export type PackedForFirefox = {
  /** Add-on identifier, which policies name. */
  id: string
  version: string
  /** The archive, not signed. */
  xpi: Buffer
  /** Update manifest that sends browsers to `url` for the archive. */
  updateManifest: (url: string) => string
}

/**
 * Packs the extension that was built for Firefox in `dir`.
 * @param options.updateUrl where Firefox is to look for newer versions; without it, policy alone brings them
 */
export function packForFirefox(dir: string, options: { updateUrl?: string } = {}): PackedForFirefox {
  const files = filesIn(dir)
  const built = files.find(({ path }) => path === 'manifest.json')
  if (!built) throw new Error(`There is no extension in ${dir}.`)
  const manifest = Manifest.parse(JSON.parse(built.bytes.toString()))
  const { gecko } = manifest.browser_specific_settings
  const { version } = manifest
  const { id } = gecko
  const own = { ...gecko, ...(options.updateUrl === undefined ? {} : { update_url: options.updateUrl }) }
  const bytes = Buffer.from(JSON.stringify({ ...manifest, browser_specific_settings: { gecko: own } }))
  const offer = (url: string) => ({
    version,
    update_link: url,
    applications: { gecko: { strict_min_version: gecko.strict_min_version } },
  })
  return {
    id,
    version,
    xpi: zip([...files.filter((file) => file !== built), { path: 'manifest.json', bytes }]),
    // Without a digest of the archive: signing changes it, and https vouches for it.
    updateManifest: (url) => json({ addons: { [id]: { updates: [offer(url)] } } }),
  }
}

export const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`
