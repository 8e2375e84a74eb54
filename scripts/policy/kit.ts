import type { z } from 'zod'
import type { ManagedPolicy } from '../../lib/policy/schema.ts'

/** What one company deploys. Everything in `deploy/` is one of these in the encoding of a platform. */
export type Kit = {
  /** Of the extension in Chromium browsers: 32 letters from a to p. */
  id: string
  /** Address of the update manifest. */
  updateUrl: string
  /** Identifier in the Firefox manifest, and address of the package; null where nobody has Firefox. */
  firefox: { id: string; xpiUrl: string } | null
  /** The value that every platform hands to the extension. */
  settings: z.input<typeof ManagedPolicy>
  /** Match patterns of the sites in the signed list that the settings name; null where they name none, or its sites were not given. */
  listed: readonly string[] | null
}

/** Browsers that take Chrome's policy. Only the button's place in the toolbar has another name in Edge. */
export type ChromiumBrowser = 'chrome' | 'edge' | 'chromium'

/** Chromium reads no more host patterns than this from one list of `ExtensionSettings`. */
export const MAX_POLICY_HOSTS = 100

/** The same, with nothing to record: the extension stays where it is, keeps what it has, and waits. */
export function switchedOff(kit: Kit): Kit {
  return { ...kit, settings: { ...kit.settings, recording: { sites: [] } } }
}

/**
 * For platforms that are written to key by key, while a browser may be reading: without a collector the extension records nothing
 * and deletes nothing, so half a list is not taken for one that sites have left.
 */
export function collectorLast({ collector, ...rest }: Kit['settings']): Kit['settings'] {
  return { ...rest, collector }
}

/** How a browser installs the extension, the same on every system: its entry in `ExtensionSettings`. */
export function installation(kit: Kit, browser: ChromiumBrowser) {
  return {
    installation_mode: 'force_installed',
    update_url: kit.updateUrl,
    // Without it Chromium looks for newer versions at the address in the extension's manifest, which has none.
    override_update_url: true,
    ...(browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }),
    ...hostBarrier(kit),
  }
}

/** A complete managed policy file: installation, the browser's own barrier, and every setting. */
export function chromiumPolicy(kit: Kit, browser: ChromiumBrowser): object {
  return { ExtensionSettings: { [kit.id]: installation(kit, browser) }, '3rdparty': { extensions: { [kit.id]: kit.settings } } }
}

/** Uninstalls the extension and keeps it away, also where somebody has installed it by hand. */
export function chromiumRemoval({ id }: Kit): object {
  return { ExtensionSettings: { [id]: { installation_mode: 'removed' } } }
}

/**
 * Hosts of the allowlist, in the browser's notation without paths, and the collector's: what is not among them the browser
 * itself closes to the extension, whatever the extension believes. None where the list stands in a file, and what is in it was not said.
 */
export function hostBarrier({ settings: { collector, recording }, listed }: Pick<Kit, 'settings' | 'listed'>): {
  runtime_blocked_hosts: string[]
  runtime_allowed_hosts: string[]
} {
  const matches = recording?.file ? listed : (recording?.sites ?? []).map(({ match }) => match)
  if (matches === null) return { runtime_blocked_hosts: [], runtime_allowed_hosts: [] }
  const servers = [collector?.url, recording?.file?.url].flatMap((url) => (url === undefined ? [] : [new URL(url).origin]))
  const hosts = [...matches.map((match) => match.slice(0, match.indexOf('/', match.indexOf('://') + 3))), ...servers]
  return { runtime_blocked_hosts: ['*://*'], runtime_allowed_hosts: [...new Set(hosts)] }
}
