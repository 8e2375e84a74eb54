/** What the command was asked for. */
import { parseArgs } from 'node:util'
import { CORPUS, type Half, type Source } from './corpus.ts'

export type Options = {
  half: Half
  sources: Source[]
  /** Print what went wrong; of the tuning half only. */
  misses: boolean
  /** Ours only, while it is worked on. */
  alone: boolean
  /** Write the documents: the whole judging half was run. */
  write: boolean
}

/** @returns the options, or a sentence saying what is wrong with them */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        half: { type: 'string' },
        pages: { type: 'string' },
        misses: { type: 'boolean', default: false },
        alone: { type: 'boolean', default: false },
      },
    })
    const { half = 'judging', pages = '', misses, alone } = values
    if (half !== 'judging' && half !== 'tuning') return '--half is tuning or judging.'
    if (misses && half === 'judging') return '--misses is of the tuning half: whoever looks at the other tunes to it.'
    const sources = CORPUS.filter((source) => source.half === half)
      .map((source) => ({ ...source, pages: source.pages.filter((page) => `${source.name}/${page}`.includes(pages)) }))
      .filter((source) => source.pages.length > 0)
    if (sources.length === 0) return `No page of the ${half} half has ${pages} in its name.`
    return { half, sources, misses, alone, write: half === 'judging' && pages === '' && !alone }
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}
