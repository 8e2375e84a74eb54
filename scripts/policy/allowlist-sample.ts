import type { Allowlist } from './sites/allowlist.ts'
import { PROFESSIONAL_NETWORKS } from './sites/professional-networks.ts'
import { SEARCH } from './sites/search.ts'
import { WIKIS } from './sites/wikis.ts'

/** Sample lists by the name of their file in `deploy/allowlists/`. Public sites of three kinds, whose addresses are well known. */
export const ALLOWLISTS: Record<string, Allowlist> = {
  search: SEARCH,
  'professional-networks': PROFESSIONAL_NETWORKS,
  wikis: WIKIS,
}

/** The value of `recording` for all of them. */
export const ALLOWLIST_SAMPLE: Allowlist = {
  sites: Object.values(ALLOWLISTS).flatMap(({ sites }) => sites),
  except: Object.values(ALLOWLISTS).flatMap(({ except = [] }) => except),
}
