/** What this project records of a target, and its resolver, under either rule for texts. */
import { complete } from '../../../../../lib/capture/completion.ts'
import { describe } from '../../../../../lib/capture/target.ts'
import { wordingOf } from '../../../../../lib/capture/wording.ts'
import { openEchoes } from '../../../../../lib/mask/echo.ts'
import { wordList } from '../../../../../lib/mask/word-list.ts'
import { resolve } from '../../../../../lib/resolve/resolve.ts'
import type { Target } from '../../../../../lib/trace/target.ts'
import type { TextRule } from '../../../../../lib/trace/vocabulary.ts'
import type { Contender } from './competitor.ts'

/** @param lines the lexicon of the page's language */
export function ours(rule: TextRule, lines: string): Contender {
  const site = { match: `${location.origin}/*`, routes: [], phrases: [], unmask: [], text: rule }
  const [isWord, echoes] = [wordList(lines), openEchoes()]
  return {
    // Wording is made anew for each target, as the recorder does.
    record: (element) => {
      const { target } = describe(element, null, wordingOf(site, isWord, echoes))
      complete(target)
      return target
    },
    open: () => (kept) => {
      if (!isTarget(kept)) return { found: null, why: 'no record' }
      const resolution = resolve(kept, document)
      return { found: resolution.found, why: resolution.found ? '' : `${resolution.reason}, margin ${resolution.margin.toFixed(1)}` }
    },
  }
}

/** Made above, and sent to the runner and back. */
const isTarget = (kept: unknown): kept is Target => typeof kept === 'object' && kept !== null && 'locators' in kept
