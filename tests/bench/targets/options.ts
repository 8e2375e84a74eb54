/** What the command was asked for. */
import { parseArgs } from 'node:util'
import { CORPUS, type Half, type Source } from './corpus.ts'

export type Options = {
  half: Half
  sources: Source[]
  /** Print what went wrong; of the tuning half only. */
  misses: boolean
  /** Write the documents: the whole judging half was run. */
  write: boolean
}

/** @throws {Error} with a sentence for the person */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: { half: { type: 'string' }, pages: { type: 'string' }, misses: { type: 'boolean', default: false } },
  })
  const { half = 'judging', pages = '', misses } = values
  if (half !== 'judging' && half !== 'tuning') throw new Error('--half is tuning or judging.')
  if (misses && half === 'judging') throw new Error('--misses is of the tuning half: whoever looks at the other tunes to it.')
  const sources = CORPUS.filter((source) => source.half === half).map((source) => ({
    ...source,
    pages: source.pages.filter((page) => `${source.name}/${page}`.includes(pages)),
  }))
  return { half, sources: sources.filter((source) => source.pages.length > 0), misses, write: half === 'judging' && pages === '' }
}
