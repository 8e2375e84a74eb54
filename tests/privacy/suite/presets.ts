/** The policies a company could set, one for each site of the suite, up to the widest that the policy schema lets through. */
import type { Parts } from '../../e2e/browser/scene.ts'

type Site = {
  text?: 'interface' | 'public'
  context?: 'actions' | 'structure'
  unmask?: string[]
  phrases?: string[]
  routes?: string[]
}

/** Wording that an administrator approves: words of no lexicon among them, and one that is a name. */
const PHRASES = ['Talent Insights', 'InMail Bexley', 'Zuvo']

const EVERYTHING = ['html[lang] *', '[id]', '[class]', '[class] *', '[data-user]', '#private *', 'input[type="password"]']
const ADDRESSES = ['/:any?q&query&search&email&token&session&name&id', '/:any/:other?q&email&token', '/*?q&email&token&session&name']

const PRESETS = {
  interface: {},
  public: { text: 'public' },
  broad: { text: 'public', context: 'structure', unmask: EVERYTHING, phrases: PHRASES, routes: ADDRESSES },
  unmasked: { text: 'interface', unmask: EVERYTHING },
  phrases: { text: 'interface', phrases: PHRASES },
  routes: { text: 'interface', routes: ADDRESSES },
} satisfies Record<string, Site>

export type Preset = keyof typeof PRESETS
/** Names of the sites, one a preset. */
export const hostOf = (preset: Preset): string => `${preset}.localhost`
/** A site that no policy lists. */
export const UNLISTED = 'unlisted.localhost'

const NAMES = ['interface', 'public', 'broad', 'unmasked', 'phrases', 'routes'] as const satisfies Preset[]

/** One policy with a site for each preset, which delivers to `url` when told to. */
export function policyOf({ collector, sites }: Parts, url: string) {
  return {
    collector: { url, token: collector.token, flushMinutes: 60 },
    recording: { sites: NAMES.map((preset) => ({ match: `${sites.url(hostOf(preset))}/*`, ...PRESETS[preset] })) },
    notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
  }
}
