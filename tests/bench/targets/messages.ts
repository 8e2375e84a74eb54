/** What goes between the runner and the page it measures. All of it is JSON. */

/** Ways to find a target again that are compared; ours in both text rules. */
export const COMPETITORS = ['ours, masked', 'ours, clear', 'Playwright', 'DevTools list', 'finder', 'XPath'] as const
export type Competitor = (typeof COMPETITORS)[number]

/** What a competitor keeps of one target; null where it gives up. */
export type Kept = unknown
export type Records = Record<Competitor, Kept[]>

/** `abstained`: it found none, or more than one. For a target that is gone, that is `right`. */
export const OUTCOMES = ['right', 'wrong', 'abstained'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** `twin`: what was found says the same of itself as the target did, as a second link to the same place. */
type Miss = { target: string; found: string | null; twin: boolean; why: string }
export type Results = Record<Competitor, Outcome[]> & { misses: (Miss & { competitor: Competitor; index: number })[] }

/** One element that a person can act on, as the search for its counterpart in the next release sees it. */
export type Facts = { tag: string; type: string; id: string; name: string; href: string; label: string; text: string }

/** What a target became: its place among all elements of the page, or gone; null where that is not known for sure. */
export type Truth = number | 'gone' | null

export type Chosen = {
  /** Place of each target among all elements of the page. */
  places: number[]
  /** Is it in a list or table of data? */
  inData: boolean[]
  /** What it is, for a person. */
  labels: string[]
  /** Place, text and link: the same on another page of the package is the same furniture. */
  furniture: string[]
}
