import type { Covered } from './coverage.ts'
import type { PrivacyPage } from './page.ts'
import type { Preset } from './presets.ts'
import type { Job } from './visit.ts'

/** Policies that every page meets: the narrowest, and the widest there can be. */
const ALWAYS: readonly Preset[] = ['interface', 'broad']
/** Policies between the two, for the pages that test what one of them must not open. */
const ALSO: [Preset, ReadonlySet<Covered>][] = [
  ['public', new Set<Covered>(['echo of typing', 'P1', 'P7', 'P18'])],
  ['unmasked', new Set<Covered>(['password reveal', 'P7', 'P30'])],
  ['routes', new Set<Covered>(['page address', 'P20'])],
  ['phrases', new Set<Covered>(['P19', 'P30'])],
]

/** One visit for each page and each policy it is meant for, at a path of its own: sites that no policy lists are shared by them all. */
export function jobsOf(pages: readonly PrivacyPage[]): Job[] {
  const letters = (...numbers: number[]) => String.fromCharCode(...numbers.map((number) => 0x61 + number))
  return pages.flatMap((page, index) => {
    const also = ALSO.filter(([, covered]) => page.covers.some((each) => covered.has(each))).map(([preset]) => preset)
    return (page.presets ?? [...ALWAYS, ...also]).map((preset, turn) => ({
      page,
      preset,
      path: `/q${letters(Math.floor(index / 26), index % 26, turn)}`,
    }))
  })
}
