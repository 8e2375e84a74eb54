import type { z } from 'zod'
import type { ManagedPolicy } from '../../lib/policy/schema.ts'
import { ALLOWLIST_SAMPLE } from './allowlist-sample.ts'

/** Stands for the extension's 32 letters (a to p); they follow from the key it is signed with. */
export const ID_PLACEHOLDER = 'REPLACE_WITH_EXTENSION_ID'
export const UPDATE_URL = 'https://updates.example.com/waymark/update.xml'
/** Chromium reads no more host patterns than this from one list of `ExtensionSettings`. */
export const MAX_POLICY_HOSTS = 100

const SETTINGS: z.input<typeof ManagedPolicy> = {
  collector: { url: 'https://collector.example.com', token: 'REPLACE-WITH-INGEST-TOKEN', flushMinutes: 15 },
  recording: ALLOWLIST_SAMPLE,
  local: { retentionDays: 7, maxMb: 50 },
  person: { pauseMaxMinutes: 1440, allowDelete: true },
  notice: { company: 'Example Company', contact: 'privacy@example.com', url: 'https://www.example.com/recording', consent: 'ask' },
}

/** A complete managed policy file: installation, the browser's own barrier, and every setting. */
export function chromiumSample(): object {
  return {
    ExtensionSettings: {
      [ID_PLACEHOLDER]: {
        installation_mode: 'force_installed',
        update_url: UPDATE_URL,
        // Without it Chromium looks for newer versions at the address in the extension's manifest, which has none.
        override_update_url: true,
        toolbar_pin: 'force_pinned',
        runtime_blocked_hosts: ['*://*'],
        runtime_allowed_hosts: allowedHosts(),
      },
    },
    '3rdparty': { extensions: { [ID_PLACEHOLDER]: SETTINGS } },
  }
}

/**
 * Hosts of the allowlist, in the browser's notation without paths, and the collector's: what is not among them the browser
 * itself closes to the extension, whatever the extension believes.
 */
function allowedHosts(): string[] {
  const collector = SETTINGS.collector ? [new URL(SETTINGS.collector.url).origin] : []
  const sites = ALLOWLIST_SAMPLE.sites.map((site) => site.match.slice(0, site.match.indexOf('/', 'https://'.length)))
  return [...new Set([...sites, ...collector])]
}
