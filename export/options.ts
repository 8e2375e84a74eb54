import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { RHYTHMS, type Rhythm } from '../lib/trace/vocabulary.ts'

const FORMATS = ['jsonl', 'parquet', 'card', 'timeline'] as const
type Format = (typeof FORMATS)[number]

export const USAGE = `Usage: node export/main.ts --data DIR --out FILE [--format jsonl|parquet|card|timeline] [--rhythm none|recorded]

  --data DIR     directory of the collector's database; it may be running
  --out FILE     file to write; replaced as a whole, or not at all
  --format NAME  jsonl (default): one JSON line for each trace
                 parquet: one table with a row for each action (docs/parquet.md)
                 card: what is in the data, counted, as the README.md of a data set; give it the rhythm of the data
                 timeline: one HTML page that shows every sequence, for people
  --rhythm NAME  none (default): without times, pauses and pointer paths, by which persons can be told apart;
                 scrolling on in one place is one action
                 recorded: with them, as the collector holds them`

export type Options = { data: string; out: string; format: Format; rhythm: Rhythm }

/** @returns the options, or a sentence saying what is wrong with them */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string', default: 'jsonl' },
        rhythm: { type: 'string', default: 'none' },
      },
    })
    const { data = '', out = '' } = values
    if (data === '') return '--data must name a directory.'
    if (out === '') return '--out must name a file.'
    // Renaming over a file there could replace the database itself.
    if (dirname(resolve(out)) === resolve(data)) return '--out must not be inside the data directory.'
    const format = FORMATS.find((name) => name === values.format)
    if (!format) return `--format must be one of ${FORMATS.join(', ')}.`
    const rhythm = RHYTHMS.find((name) => name === values.rhythm)
    return rhythm ? { data, out, format, rhythm } : `--rhythm must be ${RHYTHMS.join(' or ')}.`
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}
