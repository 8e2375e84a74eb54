import { ALLOWLIST_SAMPLE } from './allowlist-sample.ts'
import type { Kit } from './kit.ts'

/** Stands for the extension's 32 letters (a to p); they follow from the key it is signed with. */
export const ID_PLACEHOLDER = 'REPLACE_WITH_EXTENSION_ID'

/** The identifier in the Firefox manifest, unless a company builds with its own (`wxt.config.ts`). */
export const FIREFOX_ID = 'waymark@example.com'

/** What the files in `deploy/` are made of. */
export const SAMPLE: Kit = {
  id: ID_PLACEHOLDER,
  updateUrl: 'https://updates.example.com/waymark/update.xml',
  firefox: { id: FIREFOX_ID, xpiUrl: 'https://updates.example.com/waymark/waymark.xpi' },
  listed: null,
  settings: {
    collector: { url: 'https://collector.example.com', token: 'REPLACE-WITH-INGEST-TOKEN', flushMinutes: 15 },
    recording: ALLOWLIST_SAMPLE,
    local: { retentionDays: 7, maxMb: 50 },
    person: { pauseMaxMinutes: 1440, allowDelete: true },
    notice: { company: 'Example Company', contact: 'privacy@example.com', url: 'https://www.example.com/recording', consent: 'ask' },
  },
}

/** What that server serves it from. */
export const UPDATE_FOLDER = SAMPLE.updateUrl.replace(/\/[^/]*$/, '')
