/** What a page of the suite is: its secrets, what the person does on it, and the wording that has to come through. */
import type { Page as Tab } from '@playwright/test'
import type { Draft } from '../../../lib/trace/action.ts'
import type { Page as Served } from '../../e2e/browser/sites.ts'
import type { Plant } from './canaries.ts'
import type { Covered } from './coverage.ts'
import type { Kind } from './kinds.ts'
import type { Preset } from './presets.ts'

/** Where the documents of a page are, for links, frames and forms in it. */
export type Where = {
  /** Address of another document of the same page on its site, as in `here('next')`. */
  here: (name: string) => string
  /** The same on a site that is not listed. */
  elsewhere: (name: string) => string
  /** The same on another listed site of the same policy, which is another origin. */
  beside: (name: string) => string
}

export type Visit = Where & {
  tab: Tab
  plant: Plant
  /** Clicks a field and types a new secret into it. */
  type: (selector: string, kind?: Kind) => Promise<string>
  /** Clicks elements one after the other. */
  click: (...selectors: string[]) => Promise<void>
  press: (...keys: string[]) => Promise<void>
  /** Does what leads to another document, and settles when its arrival is recorded. */
  arrive: (move: () => Promise<unknown>) => Promise<void>
  /** Settles when the arrival at an address is recorded, in whatever tab. */
  heard: (address: string) => Promise<void>
  /** Loads another document of this page or of another site, as the address bar does. */
  go: (address: string) => Promise<unknown>
}

export type PrivacyPage = {
  name: string
  covers: readonly Covered[]
  /** `lang` of the document; English without it. */
  language?: string
  /** Behind the path in the address: query and fragment. */
  address?: (plant: Plant) => string
  /** What stands in `<head>`, and in `<body>` before the button that ends each visit. */
  head?: (plant: Plant, where: Where) => string
  body: (plant: Plant, where: Where) => string
  /** Further documents by name, for `here`, and by `elsewhere:name` and `beside:name`. */
  others?: (plant: Plant, where: Where) => Record<string, Served>
  drive: (visit: Visit) => Promise<unknown>
  /** Wording of the interface that has to be in the record, whatever is masked beside it. Written down before anything was measured. */
  words?: readonly string[]
  /** It is like an application: its words count for how much wording comes through. */
  app?: true
  /** Under which policies it is visited; by default those in `jobs.ts`. */
  presets?: readonly Preset[]
  /** The page is not listed: nothing of it may be recorded. */
  unlisted?: true
  /** It needs the clipboard for itself. */
  alone?: true
  /** README names it among the limitations: `check` finds it, and the suite says so when it does not any more. */
  known?: true
  /** What is wrong with the record of the visit, or null. */
  check?: (actions: Draft[]) => string | null
}
